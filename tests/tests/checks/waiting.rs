//! Checks that wait for an answer: `check_async`.

use std::cell::Cell;

use proton_validate::{Custom, Valid, Validate};
use proton_validate_tests::block_on;

/// A database that counts how often it is asked.
#[derive(Default)]
struct Database {
    asked: Cell<usize>,
    is_down: bool,
}

impl Database {
    #[allow(clippy::unused_async, reason = "stands for one that has to wait")]
    async fn has(&self, name: &str) -> Result<bool, &'static str> {
        self.asked.set(self.asked.get() + 1);
        if self.is_down { Err("the database is down") } else { Ok(name == "taken") }
    }
}

#[derive(Validate)]
#[validate(context = Database)]
#[check_async(is_free)]
#[check_async(Self::again, code = "again", message = "not again")]
pub(super) struct SignUp {
    #[length(min = 1, max = 10)]
    name: String,
}

async fn is_free(request: &SignUp, database: &Database) -> Result<(), Custom> {
    match database.has(&request.name).await {
        Ok(false) => Ok(()),
        Ok(true) => Err(Custom::new("taken", "is taken").at(SignUp::MEMBERS.name)),
        Err(error) => Err(Custom::unavailable(error)),
    }
}

impl SignUp {
    async fn again(&self, database: &Database) -> Result<(), Custom> {
        match database.has(&self.name).await {
            Ok(true) => Err("was taken".into()),
            _ => Ok(()),
        }
    }
}

fn sign_up(name: &str, database: &Database) -> Result<(), proton_validate::Report> {
    block_on(SignUp { name: name.into() }.validate_async_with(database))
}

#[test]
fn checks_that_wait_run_after_all_others_and_only_then() {
    let database = Database::default();
    assert!(sign_up("ada", &database).is_ok());
    assert_eq!(database.asked.get(), 2);

    let report = sign_up("", &database).unwrap_err();
    assert_eq!((report.len(), report.at("/name").next().unwrap().code()), (1, "length"));
    assert_eq!(database.asked.get(), 2, "refused without asking");

    let report = sign_up("taken", &database).unwrap_err();
    let codes: Vec<_> = report.iter().map(|it| (it.path().to_string(), it.code())).collect();
    assert_eq!(codes, [("/name".into(), "taken"), (String::new(), "again")]);
    assert_eq!(report.at("").next().unwrap().to_string(), "not again");

    let down = Database { is_down: true, ..Database::default() };
    assert!(sign_up("ada", &down).unwrap_err().is_undecided());
}

#[test]
fn what_waits_can_be_sent_to_another_thread() {
    #[derive(Validate)]
    #[check_async(wait)]
    struct Request(u8);
    async fn wait(request: &Request, (): &()) -> Result<(), Custom> {
        std::future::ready(()).await;
        if request.0 > 1 { Err("is too much".into()) } else { Ok(()) }
    }
    let sent = std::thread::spawn(|| {
        let request = Request(2);
        block_on(request.validate_async()).unwrap_err().to_string()
    });
    assert_eq!(sent.join().unwrap(), "1 violation:\n  (root): is too much");
    fn send<T: Send>(future: T) -> T {
        future
    }
    assert!(block_on(send(Request(1).validate_async())).is_ok());
    assert_eq!(block_on(send(Valid::new_async(Request(1)))).map(|it| it.0).ok(), Some(1));
    assert!(block_on(Valid::new_async(Request(2))).is_err());
}

/// What a server has behind an interface, here one that borrows.
trait Names: Sync {
    fn has(&self, name: &str) -> bool;
}

impl Names for &[&str] {
    fn has(&self, name: &str) -> bool {
        self.contains(&name)
    }
}

#[derive(Validate)]
#[validate(context = dyn Names)]
#[check(not_empty)]
#[check_async(is_unknown)]
#[check_async(Self::is_unknown_still)]
struct Borrowed<'a, T: Sync> {
    name: &'a str,
    inside: T,
    others: Vec<Other>,
}

/// Under the same context, without anything to wait for.
#[derive(Validate)]
#[validate(context = dyn Names)]
#[check(is_known)]
struct Other(String);

fn is_known(other: &Other, names: &dyn Names) -> Result<(), Custom> {
    if names.has(&other.0) { Ok(()) } else { Err("is unknown".into()) }
}

fn not_empty<T: Sync>(request: &Borrowed<'_, T>, _: &dyn Names) -> Result<(), Custom> {
    if request.name.is_empty() { Err("is empty".into()) } else { Ok(()) }
}

async fn is_unknown<T: Sync>(request: &Borrowed<'_, T>, names: &dyn Names) -> Result<(), Custom> {
    std::future::ready(()).await;
    if names.has(request.name) { Err("is known".into()) } else { Ok(()) }
}

impl<T: Sync> Borrowed<'_, T> {
    async fn is_unknown_still(&self, names: &dyn Names) -> Result<(), Custom> {
        is_unknown(self, names).await
    }
}

#[test]
fn the_context_of_what_waits_may_be_a_trait_object() {
    async fn handle(name: String) -> usize {
        let known = [name.as_str()];
        let names: &dyn Names = &&known[..];
        let others = vec![Other(name.clone()), Other("x".into())];
        let request = Borrowed { name: &name, inside: 3, others: Vec::new() };
        let found = request.validate_async_with(names).await.unwrap_err().len();
        found + others.validate_with(names).unwrap_err().len()
    }
    fn send<T: Send + 'static>(future: T) -> T {
        future
    }
    assert_eq!(block_on(send(handle("ada".into()))), 3);
}
