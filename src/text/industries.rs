//! The names of US industries in Chinese, in the order of the data file.
