//! What must hold for every input, tried on many at random.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod aggregate;
mod attribution;
mod claim;
mod closure;
mod decomposition;
mod explained;
mod figures;
mod gap;
mod halving;
mod interval;
mod listing;
mod one_stage;
mod oracle;
mod portfolio;
mod regression;
mod rerating;
mod scale;
mod scenario;
mod sensitivity;
mod solve;
mod two_stage;
mod warranted;
