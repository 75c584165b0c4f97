//! A turn of conversation: a sentence in, an answer out.
//!
//! | phase | who |
//! | --- | --- |
//! | recall | where the conversation stands, what the buyer has bought before |
//! | understand | the assistant: a step to take |
//! | take the step | a use case of the desk; what it refuses becomes part of the answer |
//! | keep | where the conversation stands now, as a command |

use std::sync::Arc;

use assistant::{OpenOrder, Question, SENTENCE_CHARS_MAX, Scene, Step, Turn};
use domain::avoidance::Avoider;
use domain::cart::{Cart, CartLine, Choice};
use domain::command::SaveConversation;
use domain::id::{BuyerId, OrderId};
use domain::language::Language;
use domain::order::Order;
use domain::quote::Quote;
use domain::refusal::Refusal;

use crate::answer::{Answer, Message};
use crate::desk::Desk;
use crate::habits::{USUAL_MAX, counted};
use crate::quote::QuoteWish;
use crate::reply;

mod memory;

use memory::Memory;

/// What taking a step came to.
#[derive(Default)]
struct Taken {
    said: String,
    quote: Option<Arc<Quote>>,
    order: Option<Order>,
    refusal: Option<Refusal>,
}

impl Desk {
    /// Takes a buyer's turn.
    ///
    /// # Errors
    /// [`Refusal::SentenceTooLong`], [`Refusal::BuyerUnknown`], or a fault of the store. What a step was refused for is
    /// no error here: it is in the answer.
    pub async fn turn(&self, buyer: BuyerId, sentence: &str) -> Result<Answer, Refusal> {
        check_length(sentence)?;
        let _turn = self.turn_of(buyer).await;
        let mut memory = self.recall(buyer).await?;
        let turn = self.understand(buyer, sentence, &mut memory).await?;
        if let Some(avoids) = &turn.avoids {
            self.set_avoids(buyer, avoids.clone()).await?;
        }
        let taken = match self.take(buyer, &turn, &mut memory).await {
            Ok(taken) => taken,
            Err(refusal) => self.not_taken(refusal, &turn, &mut memory),
        };
        let answer = answer(turn, taken);
        memory.note(Message { by_buyer: true, text: sentence.into() });
        memory.note(Message { by_buyer: false, text: answer.reply.clone() });
        match self.keep(buyer, memory).await {
            // What was done to an order is told, even if the talk about it could not be kept.
            Err(refusal) if answer.order.is_some() => tracing::warn!(code = refusal.code(), "a turn was not kept"),
            kept => kept?,
        }
        Ok(answer)
    }

    /// What was said last in a buyer's conversation, and the quote that waits, if one does.
    ///
    /// # Errors
    /// A fault of the store.
    pub async fn conversation(&self, buyer: BuyerId) -> Result<(Vec<Message>, Option<Arc<Quote>>), Refusal> {
        let memory = self.recall(buyer).await?;
        let quote = self.waiting_quote(buyer, &memory).await?;
        Ok((memory.messages, quote))
    }

    /// How a sentence would be read by a buyer who comes for the first time; nothing is done about it.
    pub fn explain(&self, sentence: &str) -> assistant::Explanation {
        let (dialogue, assortment) = (assistant::Dialogue::default(), self.assortment());
        let in_stock = |item: &domain::catalogue::Item| self.shelf.has(item);
        let addresses = self.example_addresses(None);
        let scene = Scene {
            now: self.now(),
            addresses: &addresses,
            avoids: &[],
            past: &[],
            latest_order: None,
            quote_waiting: false,
            in_stock: &in_stock,
        };
        assortment.assistant.explain(sentence, &dialogue, &scene)
    }

    async fn recall(&self, buyer: BuyerId) -> Result<Memory, Refusal> {
        let mut memory = self.store.conversation(buyer).await?.map(Memory::read).unwrap_or_default();
        // A quote may have been agreed to through another door since.
        if let Some(quote) = memory.quote
            && self.store.order(quote.order()).await?.is_some()
        {
            memory.quote = None;
            // What else was to be cancelled was not asked there, and is not asked out of the blue here.
            memory.dialogue.ordered();
        }
        Ok(memory)
    }

    async fn keep(&self, buyer: BuyerId, memory: Memory) -> Result<(), Refusal> {
        let key = self.mint.key(self.now());
        let conversation = memory.write(buyer);
        self.store.submit(self.shard(buyer), key, SaveConversation { conversation }).await.map(drop)
    }

    async fn understand(&self, buyer: BuyerId, sentence: &str, memory: &mut Memory) -> Result<Turn, Refusal> {
        let assortment = self.assortment();
        let known = self.buyer(buyer).await?;
        let (orders, _) = self.orders_of(buyer, None, USUAL_MAX).await?;
        let past: Vec<Cart> = counted(&known, &orders).into_iter().map(cart_of).collect();
        let open = orders.iter().find(|order| !order.state.is_final()).map(|order| (order.id, cart_of(order)));
        let in_stock = |item: &domain::catalogue::Item| self.shelf.has(item);
        let scene = Scene {
            now: self.now(),
            addresses: &known.addresses,
            avoids: &known.avoids,
            past: &past,
            latest_order: open.as_ref().map(|(id, cart)| OpenOrder { id: *id, lines: &cart.lines }),
            quote_waiting: self.waiting_quote(buyer, memory).await?.is_some(),
            in_stock: &in_stock,
        };
        Ok(assortment.assistant.turn(sentence, &mut memory.dialogue, &scene))
    }

    /// The quote that was shown last, while it can still be agreed to.
    async fn waiting_quote(&self, buyer: BuyerId, memory: &Memory) -> Result<Option<Arc<Quote>>, Refusal> {
        let Some(id) = memory.quote else { return Ok(None) };
        let Some(quote) = self.store.quote(id).await?.filter(|quote| quote.buyer == buyer) else { return Ok(None) };
        let open = self.now() < quote.expires_at && self.store.order(id.order()).await?.is_none();
        Ok(open.then_some(quote))
    }

    async fn take(&self, buyer: BuyerId, turn: &Turn, memory: &mut Memory) -> Result<Taken, Refusal> {
        let language = turn.language;
        match &turn.step {
            Step::Quote(cart) => {
                // The conversation speaks of an earlier quote no more, whatever comes of this one.
                memory.quote = None;
                let (quote, fewer) = self.quote_or_fewer(buyer, cart, turn, memory).await?;
                memory.quote = Some(quote.id);
                let said = [fewer, reply::quote(&quote, language), self.not_told(buyer, &quote, language).await?];
                let said = said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n");
                Ok(Taken { said, quote: Some(quote), ..Taken::default() })
            }
            Step::Confirm => self.agree(buyer, turn, memory).await,
            Step::Discard => {
                memory.quote = None;
                // Whoever says "cancel my order" while a quote waits may mean an earlier order: it is named.
                let (orders, _) = self.orders_of(buyer, None, 1).await?;
                let open = orders.first().filter(|order| !order.state.is_final());
                let said = open.map(|order| reply::still_open(order, language)).unwrap_or_default();
                Ok(Taken { said, ..Taken::default() })
            }
            // What there is to agree to is shown with the question.
            Step::Ask(Question::AgreeAgain) => {
                let quote = self.waiting_quote(buyer, memory).await?;
                let said = quote.as_ref().map(|quote| reply::quote(quote, language)).unwrap_or_default();
                Ok(Taken { said, quote, ..Taken::default() })
            }
            Step::Hold => Ok(Taken { quote: self.waiting_quote(buyer, memory).await?, ..Taken::default() }),
            Step::CancelOrder(order) => {
                let Some(order) = self.meant(buyer, *order).await? else {
                    return Ok(Taken { said: reply::no_order_yet(language), ..Taken::default() });
                };
                let order = self.cancel(buyer, order).await?;
                Ok(Taken { said: reply::cancelled(&order, language), order: Some(order), ..Taken::default() })
            }
            Step::Track(order) => {
                let Some(order) = self.meant(buyer, *order).await? else {
                    return Ok(Taken { said: reply::no_order_yet(language), ..Taken::default() });
                };
                let order = self.order_of(buyer, order).await?;
                Ok(Taken { said: reply::tracked(&order, language), order: Some(order), ..Taken::default() })
            }
            Step::Memory => {
                let (known, habits) = (self.profile(buyer).await?, self.habits(buyer).await?);
                Ok(Taken { said: reply::memory(&known, &habits, language), ..Taken::default() })
            }
            Step::ForgetUsual => {
                self.forget_usual(buyer).await?;
                Ok(Taken { said: reply::forgot_usual(language), ..Taken::default() })
            }
            Step::Wallet => {
                let said = reply::wallet(&self.wallet(buyer).await?, &self.campaigns(), self.now(), language);
                Ok(Taken { said, ..Taken::default() })
            }
            Step::ClaimVoucher => self.claim_running(buyer, turn).await,
            _ => Ok(Taken::default()),
        }
    }

    /// A quote of a cart; where there are not so many of something and fewer will do, of as many as are left, and that is
    /// said.
    async fn quote_or_fewer(
        &self,
        buyer: BuyerId,
        cart: &Cart,
        turn: &Turn,
        memory: &mut Memory,
    ) -> Result<(Arc<Quote>, String), Refusal> {
        if !turn.or_fewer {
            return Ok((self.quote(buyer, cart, &QuoteWish::default()).await?, String::new()));
        }
        let (mut dialogue, mut cart, mut said) = (memory.dialogue.clone(), cart.clone(), Vec::new());
        for _ in &memory.dialogue.cart().lines {
            let (item, left) = match self.quote(buyer, &cart, &QuoteWish::default()).await {
                Err(Refusal::SoldOut { item, left }) if left > 0 => (item, left),
                Ok(quote) => {
                    memory.dialogue = dialogue;
                    return Ok((quote, said.join("\n")));
                }
                Err(refusal) => return Err(refusal),
            };
            dialogue.take_what_is_left(&item, left);
            cart = dialogue.cart().clone();
            let name = self.assortment().find(&item).map(|(_, item)| item.name.get(turn.language).to_owned());
            said.push(reply::took_what_is_left(&name.unwrap_or_default(), left, turn.language));
        }
        let quote = self.quote(buyer, &cart, &QuoteWish::default()).await?;
        memory.dialogue = dialogue;
        Ok((quote, said.join("\n")))
    }

    /// What the shops do not say of a quote's goods that a buyer with an allergy should know.
    async fn not_told(&self, buyer: BuyerId, quote: &Quote, language: Language) -> Result<String, Refusal> {
        let (known, assortment) = (self.profile(buyer).await?, self.assortment());
        let avoider = Avoider::new(&known.avoids);
        let open = |line: &&domain::quote::QuoteLine| {
            assortment.find(&line.item).is_some_and(|(_, item)| avoider.not_told(&item).next().is_some())
        };
        let names: Vec<_> = quote.terms.lines.iter().filter(open).map(|line| line.name.get(language)).collect();
        Ok(reply::not_told(&known.avoids, &names, language))
    }

    /// The buyer agrees to the quote that they were shown last.
    async fn agree(&self, buyer: BuyerId, turn: &Turn, memory: &mut Memory) -> Result<Taken, Refusal> {
        let quote = self.waiting_quote(buyer, memory).await?.ok_or(Refusal::NothingToConfirm)?;
        let order = self.confirm(buyer, quote.id, quote.hash, None).await?;
        memory.quote = None;
        let mut said = reply::ordered(&order, turn.language);
        if let Some(before) = memory.dialogue.ordered()
            // The order is placed: a fault here only leaves the question out.
            && let Ok(Some(before)) = self.store.order(before).await
            && !before.state.is_final()
        {
            memory.dialogue.ask_to_cancel(before.id);
            said.push('\n');
            said.push_str(&reply::cancel_earlier(&before, turn.language));
        }
        Ok(Taken { said, order: Some(order), ..Taken::default() })
    }

    /// What is said of a step that was refused. Where only the time stood in the way, another is offered.
    fn not_taken(&self, refusal: Refusal, turn: &Turn, memory: &mut Memory) -> Taken {
        let mut said = self.refused(&refusal, turn.language);
        let later = match &refusal {
            Refusal::ShopClosed { earliest, .. } => Some(Some(*earliest)),
            Refusal::DeliveryTimeMissed { said, would } if would > said => Some(None),
            _ => None,
        };
        if let (Some(at), Step::Quote(_)) = (later, &turn.step) {
            memory.dialogue.ask_for_time(at);
            said.push('\n');
            said.push_str(&reply::ask_for_time(at, self.now(), turn.language));
        }
        if let (Refusal::SoldOut { item, left }, Step::Quote(_)) = (&refusal, &turn.step)
            && *left > 0
        {
            memory.dialogue.ask_for_fewer(item.clone(), *left);
            said.push('\n');
            said.push_str(&reply::ask_for_fewer(*left, turn.language));
        }
        Taken { said, refusal: Some(refusal), ..Taken::default() }
    }

    /// A refusal in words, with the name of the goods where it speaks of some by their id.
    fn refused(&self, refusal: &Refusal, language: Language) -> String {
        let sentence = refusal.sentence(language);
        let Refusal::SoldOut { item, .. } = refusal else { return sentence };
        let found = self.assortment().find(item).map(|(_, item)| item.name.get(language).to_owned());
        found.map_or(sentence.clone(), |name| match language {
            Language::Zh => format!("{name}：{sentence}"),
            Language::En => format!("{name}: {sentence}"),
        })
    }

    /// The order that is meant: the one named, or the newest.
    async fn meant(&self, buyer: BuyerId, order: Option<OrderId>) -> Result<Option<OrderId>, Refusal> {
        let (orders, _) = self.orders_of(buyer, None, 1).await?;
        Ok(order.or_else(|| orders.first().map(|order| order.id)))
    }

    async fn claim_running(&self, buyer: BuyerId, turn: &Turn) -> Result<Taken, Refusal> {
        let mut said = Vec::new();
        let mut refusal = None;
        for campaign in self.running_campaigns() {
            said.push(match self.claim(buyer, &campaign.id).await {
                Ok(voucher) => reply::claimed(&voucher, &campaign, turn.language),
                Err(refused) => refusal.insert(refused).sentence(turn.language),
            });
        }
        let wallet = reply::wallet(&self.wallet(buyer).await?, &self.campaigns(), self.now(), turn.language);
        said.push(wallet);
        Ok(Taken { said: said.join("\n"), refusal, ..Taken::default() })
    }
}

fn check_length(sentence: &str) -> Result<(), Refusal> {
    let characters = sentence.chars().count();
    if characters > SENTENCE_CHARS_MAX || sentence.trim().is_empty() {
        let characters = if sentence.trim().is_empty() { 0 } else { characters };
        return Err(Refusal::SentenceTooLong { characters, most: SENTENCE_CHARS_MAX });
    }
    Ok(())
}

/// Puts together what the assistant says of the sentence and what the desk did about it.
fn answer(turn: Turn, taken: Taken) -> Answer {
    let understood = assistant::reply::turn(&turn);
    let parts = [understood, taken.said];
    let reply = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("\n");
    let Turn { request, offers, unread, language, .. } = turn;
    Answer { reply, request, offers, quote: taken.quote, order: taken.order, unread, language, refusal: taken.refusal }
}

/// What an order bought, to buy it again.
fn cart_of(order: &Order) -> Cart {
    let terms = &order.quote.terms;
    let lines = terms.lines.iter().map(|line| CartLine {
        item: line.item.clone(),
        quantity: line.quantity,
        options: line
            .options
            .iter()
            .map(|choice| Choice {
                group: choice.group.zh.clone(),
                values: choice.values.iter().map(|value| value.zh.clone()).collect(),
            })
            .collect(),
    });
    Cart { lines: lines.collect(), address: Some(terms.address.clone()), deliver_at: None, ..Cart::default() }
}
