//! The assistant as the desk uses it.
