//! What the extractors share.

use ::axum::extract::Request;
use http::request::Parts;
use serde::de::DeserializeOwned;

use super::input::Input;
use super::rejected::Rejected;
use crate::decode::Options;
use crate::valid::Valid;
use crate::validate::{Describe, Validate, ValidateWith};
use crate::web::extension;
use crate::web::{Refusal, Style};

/// An extractor with one value in it.
pub trait Source: Sized {
    type Value: DeserializeOwned + Describe;

    fn wrap(value: Valid<Self::Value>) -> Self;
}

/// One that takes the body. `None` is for what is not there, and may be absent.
pub trait FromBody: Source {
    fn required(request: Request, options: &Options) -> impl Asked<Input>;
    fn optional(request: Request, options: &Options) -> impl Asked<Option<Input>>;
}

/// One that does not.
pub trait FromHead: Source {
    fn required(parts: &mut Parts, options: &Options) -> impl Asked<Input>;
    fn optional(parts: &mut Parts, options: &Options) -> impl Asked<Option<Input>>;
}

/// What has to be waited for.
pub trait Asked<T>: Future<Output = Result<T, Refusal>> + Send {}

impl<T, F: Future<Output = Result<T, Refusal>> + Send> Asked<T> for F {}

/// How one request is read, and answered where it is refused.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    pub(super) options: Options,
    pub(super) style: Style,
}

impl Settings {
    pub(super) fn of(extensions: &http::Extensions) -> Self {
        Self { options: extension::options(extensions), style: extension::style(extensions) }
    }

    /// The value, validated with a context.
    pub(super) fn valid<E, C>(&self, input: &Input, context: &C) -> Result<E, Rejected>
    where
        E: Source,
        E::Value: ValidateWith<C>,
    {
        let value: E::Value = self.unvalidated(input)?;
        value
            .validate_with_within(context, self.options.limits())
            .map_err(|report| self.rejected(report))?;
        Ok(E::wrap(Valid::trusted(value)))
    }

    /// The value, still to be validated.
    pub(super) fn unvalidated<T>(&self, input: &Input) -> Result<T, Rejected>
    where
        T: DeserializeOwned + Describe,
    {
        input.unvalidated(&self.options).map_err(|refusal| self.rejected(refusal))
    }

    pub(super) fn rejected(&self, refusal: impl Into<Refusal>) -> Rejected {
        Rejected::new(refusal, self.style)
    }

    /// What a request brings in its body.
    pub(super) async fn of_body<E: FromBody>(request: Request) -> Result<(Self, Input), Rejected> {
        let settings = Self::of(request.extensions());
        let input = E::required(request, &settings.options).await;
        settings.with(input)
    }

    /// What a request brings in its body, if it brings something.
    pub(super) async fn of_maybe_body<E: FromBody>(
        request: Request,
    ) -> Result<Option<(Self, Input)>, Rejected> {
        let settings = Self::of(request.extensions());
        let input = E::optional(request, &settings.options).await;
        input.transpose().map(|input| settings.with(input)).transpose()
    }

    /// What a request brings outside of its body.
    pub(super) async fn of_head<E: FromHead>(parts: &mut Parts) -> Result<(Self, Input), Rejected> {
        let settings = Self::of(&parts.extensions);
        let input = E::required(parts, &settings.options).await;
        settings.with(input)
    }

    /// What a request brings outside of its body, if it brings something.
    pub(super) async fn of_maybe_head<E: FromHead>(
        parts: &mut Parts,
    ) -> Result<Option<(Self, Input)>, Rejected> {
        let settings = Self::of(&parts.extensions);
        let input = E::optional(parts, &settings.options).await;
        input.transpose().map(|input| settings.with(input)).transpose()
    }

    fn with(self, input: Result<Input, Refusal>) -> Result<(Self, Input), Rejected> {
        match input {
            Ok(input) => Ok((self, input)),
            Err(refusal) => Err(self.rejected(refusal)),
        }
    }
}

/// What every extractor is.
macro_rules! source {
    ($extractor:ident) => {
        impl<T> $crate::web::axum::source::Source for $extractor<T>
        where
            T: ::serde::de::DeserializeOwned + $crate::Describe,
        {
            type Value = T;

            fn wrap(value: $crate::Valid<T>) -> Self {
                Self(value)
            }
        }
    };
}

/// The extractors that take the body.
macro_rules! from_body {
    ($extractor:ident) => {
        $crate::web::axum::source::source!($extractor);

        impl<T, S> ::axum::extract::FromRequest<S> for $extractor<T>
        where
            T: ::serde::de::DeserializeOwned + $crate::ValidateWith<()>,
            S: Send + Sync,
        {
            type Rejection = $crate::web::axum::Rejected;

            async fn from_request(request: Request, _: &S) -> Result<Self, Self::Rejection> {
                let (settings, input) = Settings::of_body::<Self>(request).await?;
                settings.valid(&input, &())
            }
        }

        impl<T, S> ::axum::extract::OptionalFromRequest<S> for $extractor<T>
        where
            T: ::serde::de::DeserializeOwned + $crate::ValidateWith<()>,
            S: Send + Sync,
        {
            type Rejection = $crate::web::axum::Rejected;

            async fn from_request(
                request: Request,
                _: &S,
            ) -> Result<Option<Self>, Self::Rejection> {
                let read = Settings::of_maybe_body::<Self>(request).await?;
                read.map(|(settings, input)| settings.valid(&input, &())).transpose()
            }
        }
    };
}

/// The extractors that do not.
macro_rules! from_head {
    ($extractor:ident) => {
        $crate::web::axum::source::source!($extractor);

        impl<T, S> ::axum::extract::FromRequestParts<S> for $extractor<T>
        where
            T: ::serde::de::DeserializeOwned + $crate::ValidateWith<()>,
            S: Send + Sync,
        {
            type Rejection = $crate::web::axum::Rejected;

            async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
                let (settings, input) = Settings::of_head::<Self>(parts).await?;
                settings.valid(&input, &())
            }
        }

        impl<T, S> ::axum::extract::OptionalFromRequestParts<S> for $extractor<T>
        where
            T: ::serde::de::DeserializeOwned + $crate::ValidateWith<()>,
            S: Send + Sync,
        {
            type Rejection = $crate::web::axum::Rejected;

            async fn from_request_parts(
                parts: &mut Parts,
                _: &S,
            ) -> Result<Option<Self>, Self::Rejection> {
                let read = Settings::of_maybe_head::<Self>(parts).await?;
                read.map(|(settings, input)| settings.valid(&input, &())).transpose()
            }
        }
    };
}

pub(super) use {from_body, from_head, source};
