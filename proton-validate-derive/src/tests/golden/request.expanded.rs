#[doc(hidden)]
const _: () = {
    use ::proton_validate::__private as __p;
    use __p::Otherwise as _;
    const _: __p::LengthUnit = __p::Of::<()>::UNIT;
    static __PATTERN_0: __p::Pattern = __p::Pattern::__runs(
        "^[!-~]*$",
        {
            fn matches(text: &::core::primitive::str) -> ::core::primitive::bool {
                use __p::run;
                let class_0 = run::Range::<33, 126>;
                let mut it = run::Cursor::new(text);
                it.all(0, ::core::primitive::usize::MAX, class_0)
            }
            matches
        },
        0usize,
        __p::None,
    );
    const __WORDING_1: &'static __p::Wording = &__p::Wording::new()
        .with_message("a title has {min} to {max} characters");
    const __BOUND_2: u32 = MAX_PAGES;
    const _: () = ::core::assert!(
        (1) <= (__BOUND_2),
        "no number is in this range: write a smaller lower bound or a greater upper one"
    );
    const __WORDING_3: &'static __p::Wording = &__p::Wording::new()
        .with_code("unsigned");
    #[automatically_derived]
    impl __p::Describe for CreateReport {
        fn shape() -> &'static __p::Shape {
            const {
                &__p::Shape::structure(
                        "CreateReport",
                        const {
                            &[
                                __p::Member::new(
                                        "clientToken",
                                        __p::Of::<Option<String>>::SHAPE,
                                    )
                                    .with_docs("Makes retries safe.")
                                    .with_rules(const {
                                        &[
                                            __p::rule::length(
                                                __p::None,
                                                __p::Some(64),
                                                __p::Of::<Option<String>>::UNIT,
                                            ),
                                            __p::rule::pattern(&__PATTERN_0),
                                        ]
                                    }),
                                __p::Member::new("title", __p::Of::<String>::SHAPE)
                                    .with_rules(const {
                                        &[
                                            __p::rule::length(
                                                    __p::Some(1),
                                                    __p::Some(100),
                                                    __p::Of::<String>::UNIT,
                                                )
                                                .worded(__WORDING_1),
                                        ]
                                    }),
                                __p::Member::new("owner", __p::Of::<Option<String>>::SHAPE)
                                    .with_rules(const {
                                        &[
                                            __p::rule::required(),
                                            __p::rule::format(&__p::format::EMAIL),
                                        ]
                                    }),
                                __p::Member::new("accountId", __p::Of::<String>::SHAPE)
                                    .with_rules(const { &[__p::rule::apply::<AccountId>()] }),
                                __p::Member::new("tags", __p::Of::<Vec<String>>::SHAPE)
                                    .with_rules(const {
                                        &[
                                            __p::rule::max_items(50),
                                            __p::rule::unique_items(),
                                            __p::rule::each(const {
                                                &[
                                                    __p::rule::length(
                                                        __p::Some(1),
                                                        __p::Some(128),
                                                        __p::Of::<String>::UNIT,
                                                    ),
                                                ]
                                            }),
                                        ]
                                    }),
                                __p::Member::new(
                                        "weights",
                                        __p::Of::<BTreeMap<String, u8>>::SHAPE,
                                    )
                                    .with_rules(const {
                                        &[
                                            __p::rule::length(
                                                __p::None,
                                                __p::Some(20),
                                                __p::Of::<BTreeMap<String, u8>>::UNIT,
                                            ),
                                            __p::rule::values(const {
                                                &[
                                                    __p::rule::range(
                                                        __p::Bound::Included(__p::Of::<u8>::NUMBER.of(0).number()),
                                                        __p::Bound::Included(__p::Of::<u8>::NUMBER.of(100).number()),
                                                    ),
                                                ]
                                            }),
                                        ]
                                    }),
                                __p::Member::new("pages", __p::Of::<u32>::SHAPE)
                                    .with_rules(const {
                                        &[
                                            __p::rule::range(
                                                __p::Bound::Included(__p::Of::<u32>::NUMBER.of(1).number()),
                                                __p::Bound::Included(
                                                    __p::Of::<u32>::NUMBER.of(__BOUND_2).number(),
                                                ),
                                            ),
                                        ]
                                    }),
                                __p::Member::new("reason", __p::Of::<Option<String>>::SHAPE)
                                    .with_rules(const {
                                        &[
                                            __p::rule::when(
                                                "self.pages > 10",
                                                const { &[__p::rule::required()] },
                                            ),
                                        ]
                                    }),
                                __p::Member::new("signature", __p::Of::<String>::SHAPE)
                                    .with_rules(const {
                                        &[__p::rule::check("is_signed").worded(__WORDING_3)]
                                    })
                                    .sensitive(),
                                __p::Member::new("period", __p::Of::<Period>::SHAPE),
                            ]
                        },
                    )
                    .with_rules(const { &[__p::rule::check("dates_in_order")] })
            }
        }
    }
    #[automatically_derived]
    impl<__C: ?::core::marker::Sized> __p::ValidateWith<__C> for CreateReport {
        #[inline]
        fn validate_into(
            &self,
            __context: &__C,
            __at: __p::Location<'_>,
            __out: &mut __p::Collector,
        ) {
            if __out.enter_at(&__at) {
                {
                    let __value = self;
                    __p::check::custom::<
                        Self,
                        (),
                    >(__value, dates_in_order, &(), __at, __out);
                }
                {
                    let __value = &self.client_token;
                    let __at = __p::MemberAt::new(&__at, "/clientToken");
                    __p::check::length(__value, __p::None, __p::Some(64), __at, __out);
                    __p::check::pattern(__value, &__PATTERN_0, __at, __out);
                    <Option<
                        String,
                    > as __p::ValidateWith<
                        __C,
                    >>::validate_at(__value, __context, __at, __out);
                }
                {
                    let __value = &self.title;
                    let __at = __p::MemberAt::new(&__at, "/title");
                    __p::check::length(
                        __value,
                        __p::Some(1),
                        __p::Some(100),
                        __at.worded(__WORDING_1),
                        __out,
                    );
                    <String as __p::ValidateWith<
                        __C,
                    >>::validate_at(__value, __context, __at, __out);
                }
                {
                    let __value = &self.owner;
                    let __at = __p::MemberAt::new(&__at, "/owner");
                    __p::check::required(__value, __at, __out);
                    __p::check::format(__value, &__p::format::EMAIL, __at, __out);
                    <Option<
                        String,
                    > as __p::ValidateWith<
                        __C,
                    >>::validate_at(__value, __context, __at, __out);
                }
                {
                    let __value = &self.account_id;
                    let __at = __p::MemberAt::new(&__at, "/accountId");
                    __p::Of::<AccountId>::apply(__value, true, __at, __out);
                    <String as __p::ValidateWith<
                        __C,
                    >>::validate_at(__value, __context, __at, __out);
                }
                {
                    let __value = &self.tags;
                    let __at = __p::MemberAt::new(&__at, "/tags");
                    let __within = __p::check::max_items(__value, 50, __at, __out);
                    if __within {
                        __p::check::unique_items(__value, __at, __out);
                    }
                    if __within {
                        __p::check::each(
                            __value,
                            __at.location(),
                            __out,
                            |__value, __at, __out| {
                                __p::check::length(
                                    __value,
                                    __p::Some(1),
                                    __p::Some(128),
                                    __at,
                                    __out,
                                );
                                <String as __p::ValidateWith<
                                    __C,
                                >>::validate_at(__value, __context, __at, __out);
                            },
                        );
                    }
                }
                {
                    let __value = &self.weights;
                    let __at = __p::MemberAt::new(&__at, "/weights");
                    let __within = __p::check::length(
                        __value,
                        __p::None,
                        __p::Some(20),
                        __at,
                        __out,
                    );
                    if __within {
                        __p::check::entries(
                            __value,
                            __at.location(),
                            __out,
                            |__value, __at, __out| {
                                <String as __p::ValidateWith<
                                    __C,
                                >>::validate_at(__value, __context, __at, __out);
                            },
                            |__value, __at, __out| {
                                __p::check::range(
                                    __value,
                                    __p::Bound::Included(0),
                                    __p::Bound::Included(100),
                                    __at,
                                    __out,
                                );
                                <u8 as __p::ValidateWith<
                                    __C,
                                >>::validate_at(__value, __context, __at, __out);
                            },
                        );
                    }
                }
                {
                    let __value = &self.pages;
                    let __at = __p::MemberAt::new(&__at, "/pages");
                    __p::check::range(
                        __value,
                        __p::Bound::Included(1),
                        __p::Bound::Included(__BOUND_2),
                        __at,
                        __out,
                    );
                    <u32 as __p::ValidateWith<
                        __C,
                    >>::validate_at(__value, __context, __at, __out);
                }
                {
                    let __value = &self.reason;
                    let __at = __p::MemberAt::new(&__at, "/reason");
                    if self.pages > 10 {
                        __p::check::required(__value, __at, __out);
                    }
                    <Option<
                        String,
                    > as __p::ValidateWith<
                        __C,
                    >>::validate_at(__value, __context, __at, __out);
                }
                {
                    let __value = &self.signature;
                    let __at = __p::MemberAt::new(&__at, "/signature").sensitive();
                    __p::check::custom::<
                        ::core::primitive::str,
                        (),
                    >(__value, is_signed, &(), __at.worded(__WORDING_3), __out);
                    <String as __p::ValidateWith<
                        __C,
                    >>::validate_at(__value, __context, __at, __out);
                }
                {
                    let __value = &self.period;
                    let __at = __p::MemberAt::new(&__at, "/period");
                    <Period as __p::ValidateWith<
                        __C,
                    >>::validate_at(__value, __context, __at, __out);
                }
                __out.leave(1);
            }
        }
    }
    #[doc(hidden)]
    #[derive(::core::fmt::Debug)]
    pub struct __Members {
        pub client_token: __p::Place,
        pub title: __p::Place,
        pub owner: __p::Place,
        pub account_id: __p::Place,
        pub tags: __p::Place,
        pub weights: __p::Place,
        pub pages: __p::Place,
        pub reason: __p::Place,
        pub signature: __p::Place,
        pub period: __p::Place,
    }
    #[automatically_derived]
    #[allow(dead_code)]
    impl CreateReport {
        /// The place of each field, for checks that point at one.
        #[doc(hidden)]
        pub const MEMBERS: __Members = __Members {
            client_token: __p::Place::member("clientToken"),
            title: __p::Place::member("title"),
            owner: __p::Place::member("owner"),
            account_id: __p::Place::member("accountId"),
            tags: __p::Place::member("tags"),
            weights: __p::Place::member("weights"),
            pages: __p::Place::member("pages"),
            reason: __p::Place::member("reason"),
            signature: __p::Place::member("signature").sensitive(),
            period: __p::Place::member("period"),
        };
    }
};
