//! What the pages look up to say things: pictures of shops, names of campaigns, what day it is.

use std::sync::Arc;

use desk::{Assortment, Desk};
use domain::campaign::Campaign;
use domain::id::{CampaignId, ShopId};
use domain::language::Language;
use domain::time::Time;

use super::phrase;

/// What the pages look up, as it is now.
pub struct Guide {
    assortment: Arc<Assortment>,
    campaigns: Arc<Vec<Campaign>>,
    /// What time it is.
    pub now: Time,
    /// The language to say it in.
    pub language: Language,
}

impl Guide {
    /// What `desk` knows now.
    pub fn new(desk: &Desk, language: Language) -> Self {
        Self { assortment: desk.assortment(), campaigns: desk.campaigns(), now: desk.now(), language }
    }

    /// The picture for a shop.
    pub fn icon(&self, shop: &ShopId) -> &'static str {
        self.assortment.catalogue().shop(shop).map_or("bag", |shop| phrase::icon(&shop.kind))
    }

    /// The name of a campaign; its id if nobody knows it any more.
    pub fn campaign(&self, id: &CampaignId) -> String {
        let known = self.campaigns.iter().find(|campaign| campaign.id == *id);
        known.map_or_else(|| id.to_string(), |campaign| campaign.name.get(self.language).to_owned())
    }

    /// A point in time as people say it today.
    pub fn when(&self, time: Time) -> String {
        phrase::when(time, self.now, self.language)
    }
}
