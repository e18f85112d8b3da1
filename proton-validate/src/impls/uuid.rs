//! `Uuid` and `NonNilUuid`: text where a format is for people, else 16 bytes.

use ::uuid::{NonNilUuid, Uuid};

use super::leaf::keys;
use crate::bounded::bounded_types;
use crate::shape::Kind;

keys! {
    Uuid: Kind::Opaque;
    NonNilUuid: Kind::Opaque;
}

bounded_types!(Uuid NonNilUuid);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impls::wire_key::assert_key_as_serde_writes;

    #[test]
    fn keys_are_those_on_the_wire() {
        let id = Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8);
        assert_key_as_serde_writes(id, "67e55044-10b1-426f-9247-bb680e5fe0c8");
        assert_key_as_serde_writes(Uuid::nil(), "00000000-0000-0000-0000-000000000000");
        let id = NonNilUuid::new(id).unwrap();
        assert_key_as_serde_writes(id, "67e55044-10b1-426f-9247-bb680e5fe0c8");
    }
}
