// Ten fields with the constraints that requests have. See the expansion beside.

#[derive(Validate)]
#[serde(rename_all = "camelCase")]
#[check(dates_in_order)]
struct CreateReport {
    /// Makes retries safe.
    #[length(max = 64)]
    #[pattern(r"^[!-~]*$")]
    client_token: Option<String>,
    #[length(min = 1, max = 100, message = "a title has {min} to {max} characters")]
    title: String,
    #[required]
    #[format(email)]
    owner: Option<String>,
    #[apply(AccountId)]
    account_id: String,
    #[max_items(50)]
    #[unique_items]
    #[each(length(min = 1, max = 128))]
    tags: Vec<String>,
    #[length(max = 20)]
    #[values(range(min = 0, max = 100))]
    weights: BTreeMap<String, u8>,
    #[range(min = 1, max = MAX_PAGES)]
    pages: u32,
    #[when(self.pages > 10, required)]
    reason: Option<String>,
    #[sensitive]
    #[check(is_signed, code = "unsigned")]
    signature: String,
    period: Period,
}
