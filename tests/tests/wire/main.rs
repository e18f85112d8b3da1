//! Responses: their exact text, what published tests expect, and what holds for
//! every one of them.

mod golden;
mod property;
mod published;
