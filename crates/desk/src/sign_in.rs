//! Signing in: a bearer token names its buyer and proves it.

use domain::id::BuyerId;
use domain::refusal::Refusal;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::desk::Desk;

const PREFIX: &str = "xe_";

/// A bearer token: `xe_`, the buyer, `_`, a secret. Shown once; the store keeps a hash.
#[derive(Clone)]
pub struct Token {
    buyer: BuyerId,
    secret: String,
}

impl Token {
    /// The token of a new buyer.
    pub(crate) fn new(buyer: BuyerId, secret: String) -> Self {
        Self { buyer, secret }
    }

    /// Reads a token.
    ///
    /// # Errors
    /// [`Refusal::NotSignedIn`] if it does not look like one of ours.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let parts = text.strip_prefix(PREFIX).and_then(|rest| rest.split_once('_'));
        let (buyer, secret) = parts.filter(|(_, secret)| secret.len() == 64).ok_or(Refusal::NotSignedIn)?;
        Ok(Self { buyer: buyer.parse().map_err(|_| Refusal::NotSignedIn)?, secret: secret.into() })
    }

    /// The whole token. It goes to the buyer and nowhere else.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}_{}", self.buyer, self.secret)
    }

    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.secret.as_bytes()).into()
    }
}

/// Never shows the secret, not even in a log.
impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Token({})", self.buyer)
    }
}

impl Desk {
    /// Who holds this token.
    ///
    /// # Errors
    /// [`Refusal::NotSignedIn`] if nobody does.
    pub async fn sign_in(&self, token: &Token) -> Result<BuyerId, Refusal> {
        let known = self.store.buyer(token.buyer).await?.and_then(|buyer| buyer.token_hash);
        // An unknown buyer is compared too, so that the time taken does not tell who exists.
        let matches = token.hash().ct_eq(&known.unwrap_or_default());
        if known.is_some() && bool::from(matches) { Ok(token.buyer) } else { Err(Refusal::NotSignedIn) }
    }
}
