//! What a sentence asks for.

/// What a sentence asks for, in the words of the contract of `chat --json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Request {
    /// To buy something.
    Order,
    /// To see what there is.
    Search,
    /// To change what is in the cart.
    Edit,
    /// To agree to the quote that waits.
    Confirm,
    /// Not to buy after all, before or after the order.
    Cancel,
    /// To know where an order is.
    Track,
    /// To have what they had before.
    Reorder,
    /// To know what they have: balance, vouchers.
    Wallet,
    /// To take part in a campaign: claim a voucher.
    Campaign,
    /// To give or open a red packet.
    RedPacket,
    /// To invite someone.
    Invite,
    /// To know what can be done here, or just to say hello.
    Help,
    /// Nobody can tell.
    #[default]
    Unclear,
}

impl Request {
    /// The word of the contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Search => "search",
            Self::Edit => "edit",
            Self::Confirm => "confirm",
            Self::Cancel => "cancel",
            Self::Track => "track",
            Self::Reorder => "reorder",
            Self::Wallet => "wallet",
            Self::Campaign => "campaign",
            Self::RedPacket => "red_packet",
            Self::Invite => "invite",
            Self::Help => "help",
            Self::Unclear => "unclear",
        }
    }
}

impl std::fmt::Display for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}
