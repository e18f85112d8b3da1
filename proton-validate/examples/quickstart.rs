//! The shortest useful program: a struct, its constraints, one report.
//!
//! ```sh
//! cargo run --example quickstart
//! ```

use proton_validate::Validate;

#[derive(Validate)]
struct Environment {
    #[length(min = 1, max = 100)]
    #[pattern(r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$")]
    name: String,

    #[pattern(r"^\d{12}$")]
    account_id: String,

    #[max_items(50)]
    labels: Vec<Label>,
}

#[derive(Validate)]
struct Label(#[length(min = 1, max = 128)] String);

fn main() {
    let environment = Environment {
        name: "prod env".into(),
        account_id: "１２３４５６７８９０１２".into(),
        labels: vec![Label("blue".into()), Label(String::new())],
    };
    if let Err(report) = environment.validate() {
        println!("{report}");
    }
}
