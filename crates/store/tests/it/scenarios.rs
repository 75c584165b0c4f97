//! Stories of money, vouchers, payments, stock and shops. The language is described in `story.rs`.

use crate::story::check;

#[test]
fn an_order_by_wallet_from_quote_to_door() {
    check(
        "
        open alice 200                -> opened
        account opening               -> -200.00
        quote alice tea x2            -> 33.00
        place alice                   -> paid
        balance alice                 -> 167.00
        account held drinks           -> 33.00
        order? alice 1                -> paid, captured 33.00, refunded 0.00
        advance alice 1 preparing     -> wrong_state       # accepted comes first
        advance alice 1 paid          -> wrong_state
        advance alice 1 cancelled     -> wrong_state       # cancelling is another command
        advance alice 1 accepted      -> accepted
        advance alice 1 preparing     -> preparing
        advance alice 1 delivering    -> delivering
        account earned drinks         -> none
        advance alice 1 delivered     -> delivered
        account held drinks           -> 0.00
        account earned drinks         -> 33.00
        advance alice 1 delivered     -> wrong_state
        cancel alice 1                -> wrong_state
        balance alice                 -> 167.00
        ",
    );
}

#[test]
fn a_voucher_is_claimed_spent_given_back_and_released() {
    check(
        "
        campaign welcome budget 50 amount 25    -> launched
        account funding welcome                 -> -50.00
        account budget welcome                  -> 50.00
        claim alice welcome                     -> buyer_unknown
        open alice 200                          -> opened
        claim alice nothing                     -> campaign_unknown
        claim alice welcome                     -> claimed
        claim alice welcome                     -> voucher_already_claimed
        account budget welcome                  -> 25.00
        account reserved welcome                -> 25.00
        voucher alice welcome                   -> held for 168h00
        order alice tea x2                      -> paid 8.00
        balance alice                           -> 192.00
        voucher alice welcome                   -> spent
        account reserved welcome                -> 0.00
        release alice welcome                   -> voucher_not_usable
        wait 6d
        cancel alice 1                          -> cancelled
        balance alice                           -> 200.00
        account reserved welcome                -> 25.00
        account held drinks                     -> 0.00
        voucher alice welcome                   -> held for 168h00   # the life it had when it was spent
        release alice welcome                   -> voucher_still_usable
        wait 7d
        order alice tea x2                      -> paid 33.00        # it has run out
        release alice welcome                   -> released
        release alice welcome                   -> voucher_not_usable
        voucher alice welcome                   -> released
        account budget welcome                  -> 50.00
        account reserved welcome                -> 0.00
        claim alice welcome                     -> voucher_already_claimed
        ",
    );
}

#[test]
fn a_voucher_that_is_given_back_has_at_least_the_grace() {
    check(
        "
        campaign welcome budget 50 amount 25 life 10h grace 2d    -> launched
        open alice 200                -> opened
        claim alice welcome           -> claimed
        wait 9h
        order alice noodles x1        -> paid 6.00
        cancel alice 1 by shop        -> cancelled
        voucher alice welcome         -> held for 48h00
        order alice noodles x1        -> paid 6.00
        cancel alice 2                -> cancelled
        voucher alice welcome         -> held for 48h00
        ",
    );
}

#[test]
fn what_a_voucher_does_not_give_goes_back_when_the_order_is_delivered() {
    check(
        "
        campaign big budget 100 amount 40    -> launched
        open alice 200                -> opened
        claim alice big               -> claimed
        order alice tea x1            -> paid 0.01
        account reserved big          -> 22.01       # 40.00 less the 17.99 it gave
        account budget big            -> 60.00
        deliver alice 1               -> delivered
        account reserved big          -> 0.00
        account budget big            -> 82.01
        account earned drinks         -> 18.00
        voucher alice big             -> spent
        ",
    );
}

#[test]
fn thresholds_and_the_least_that_is_paid() {
    check(
        "
        campaign far budget 100 amount 10 threshold 31 least 5    -> launched
        open alice 200                -> opened
        claim alice far               -> claimed
        quote alice tea x1            -> 18.00       # below the threshold
        quote alice noodles x1        -> 21.00       # 31.00 with delivery: at the threshold
        campaign near budget 100 amount 90 least 5    -> launched
        claim alice near              -> claimed
        quote alice tea x1            -> 5.00
        quote alice cup x3            -> 33.00       # 123.00 less 90.00: the one that takes off most
        ",
    );
}

#[test]
fn a_budget_that_runs_dry() {
    check(
        "
        campaign small budget 50 amount 25    -> launched
        campaign small budget 50 amount 25    -> campaign_exists
        campaign odd budget 20 amount 25      -> campaign_invalid
        open alice 10                 -> opened
        open bob 10                   -> opened
        open carol 10                 -> opened
        claim alice small             -> claimed
        claim bob small               -> claimed
        claim carol small             -> budget_exhausted
        account budget small          -> 0.00
        wait 7d
        release bob small             -> released
        claim carol small             -> claimed
        claim bob small               -> voucher_already_claimed
        wait 3d
        open dave 10                  -> opened
        release alice small           -> released
        claim dave small              -> campaign_not_running
        ",
    );
}

#[test]
fn a_card_that_pays() {
    check(
        "
        campaign welcome budget 50 amount 25    -> launched
        open alice 0                  -> opened
        claim alice welcome           -> claimed
        order alice noodles x1 card   -> pending_payment 6.00
        order? alice 1                -> pending_payment, captured 0.00, refunded 0.00
        voucher alice welcome         -> spent
        account reserved welcome      -> 25.00       # nothing is paid yet
        account held kitchen          -> none
        cancel alice 1                -> wrong_state
        advance alice 1 accepted      -> wrong_state
        settle alice 1 captured       -> paid
        settle alice 1 captured       -> paid        # the provider says it twice
        account cards                 -> -6.00
        account reserved welcome      -> 0.00
        account held kitchen          -> 31.00
        settle alice 1 declined       -> wrong_state
        deliver alice 1               -> delivered
        settle alice 1 captured       -> delivered   # and once more, late
        account earned kitchen        -> 31.00
        ",
    );
}

#[test]
fn a_card_that_is_declined_gives_everything_back() {
    check(
        "
        campaign welcome budget 50 amount 25    -> launched
        open alice 0                  -> opened
        claim alice welcome           -> claimed
        order alice cup x5 card       -> pending_payment 178.00
        stock cup                     -> 0
        settle alice 1 declined       -> payment_failed
        settle alice 1 declined       -> payment_failed
        settle alice 1 captured       -> wrong_state     # it said declined, for good
        stock cup                     -> 5
        voucher alice welcome         -> held for 168h00
        account reserved welcome      -> 25.00
        account cards                 -> none
        cancel alice 1                -> wrong_state
        refunded alice 1              -> wrong_state
        order? alice 1                -> payment_failed, captured 0.00, refunded 0.00
        order alice cup x5 card       -> pending_payment 178.00
        settle alice 2 captured       -> paid
        ",
    );
}

#[test]
fn a_card_is_refunded_once() {
    check(
        "
        open alice 0                  -> opened
        order alice noodles x1 card   -> pending_payment 31.00
        settle alice 1 captured       -> paid
        refunded alice 1              -> wrong_state
        cancel alice 1                -> cancelled
        order? alice 1                -> cancelled, captured 31.00, refunded 31.00, refund due
        account cards                 -> 0.00
        settle alice 1 captured       -> cancelled
        refunded alice 1              -> settled
        refunded alice 1              -> wrong_state
        order? alice 1                -> cancelled, captured 31.00, refunded 31.00
        balance alice                 -> 0.00
        ",
    );
}

#[test]
fn a_wallet_refund_is_there_at_once() {
    check(
        "
        open alice 50                 -> opened
        order alice noodles x1        -> paid 31.00
        advance alice 1 accepted      -> accepted
        cancel alice 1                -> cancelled       # after accept, before the pan is hot
        balance alice                 -> 50.00
        order? alice 1                -> cancelled, captured 31.00, refunded 31.00
        refunded alice 1              -> wrong_state
        cancel alice 1                -> wrong_state
        order alice noodles x1        -> paid 31.00
        advance alice 2 accepted      -> accepted
        advance alice 2 preparing     -> preparing
        cancel alice 2                -> wrong_state
        cancel alice 2 by shop        -> wrong_state
        balance alice                 -> 19.00
        ",
    );
}

#[test]
fn only_the_buyer_and_the_shop_cancel() {
    check(
        "
        open alice 50                 -> opened
        open bob 50                   -> opened
        order alice noodles x1        -> paid 31.00
        cancel alice 1 by bob         -> order_unknown
        cancel alice 2                -> order_unknown
        cancel bob 1                  -> order_unknown
        settle bob 1 captured         -> order_unknown
        advance bob 1 accepted        -> order_unknown
        refunded bob 1                -> order_unknown
        cancel alice 1 by shop        -> cancelled
        ",
    );
}

#[test]
fn a_wallet_never_falls_below_nothing() {
    check(
        "
        open alice 31                 -> opened
        quote alice noodles x1        -> 31.00
        order alice tea x1            -> paid 18.00
        place alice                   -> paid              # her last quote is the tea, an order already
        quote alice noodles x1        -> balance_too_low
        balance alice                 -> 13.00
        open bob 100                  -> opened
        quote bob noodles x2          -> 59.00
        open eve 0                    -> opened
        order eve tea x1              -> balance_too_low
        ",
    );
}

#[test]
fn a_quote_is_agreed_to_as_it_was_and_in_time() {
    check(
        "
        quote nobody noodles x1 card  -> 31.00
        place nobody                  -> buyer_unknown
        open alice 100                -> opened
        quote alice noodles x1        -> 31.00
        place alice hash wrong        -> quote_changed
        place alice total 0.01        -> quote_changed
        wait 15m
        place alice                   -> quote_expired
        quote alice noodles x1        -> 31.00
        wait 14m
        place alice                   -> paid
        wait 1h
        place alice                   -> paid              # the same quote is the same order
        place alice hash wrong        -> quote_changed
        balance alice                 -> 69.00
        ",
    );
}

#[test]
fn stock_that_runs_out_and_comes_back() {
    check(
        "
        open alice 500                -> opened
        open bob 500                  -> opened
        order alice cup x3            -> paid 123.00
        order bob cup x3              -> sold_out
        quote bob cup x1 cup x1       -> 83.00
        place bob                     -> paid
        stock cup                     -> 0
        cancel alice 1                -> cancelled
        stock cup                     -> 3
        restock cup 1
        stock cup                     -> 1
        order alice cup x2            -> sold_out
        order alice cup x1            -> paid 43.00
        restock cup 10
        cancel alice 2                -> cancelled
        stock cup                     -> 11
        ",
    );
}

#[test]
fn a_shop_that_is_full() {
    check(
        "
        open alice 500                -> opened
        order alice tea x1            -> paid 18.00
        order alice tea x1            -> paid 18.00
        order alice tea x1 card       -> pending_payment 18.00
        order alice tea x1            -> paid 18.00
        order alice tea x1            -> shop_full
        order alice noodles x1        -> paid 31.00          # another shop has room
        cancel alice 1                -> cancelled
        order alice tea x1            -> paid 18.00          # no shop had taken the cancelled one
        order alice tea x1            -> shop_full
        settle alice 3 declined       -> payment_failed
        order alice tea x1            -> paid 18.00          # nor the one that was never paid
        advance alice 2 accepted      -> accepted
        cancel alice 2                -> cancelled
        order alice tea x1            -> shop_full           # a shop had taken this one
        wait 9m
        order alice tea x1            -> shop_full
        wait 70s
        order alice tea x1            -> paid 18.00
        ",
    );
}

#[test]
fn a_shop_that_is_closed() {
    check(
        "
        open alice 500                -> opened
        order alice skewers x1        -> shop_closed
        wait 5h
        quote alice skewers x1        -> 23.00
        place alice                   -> paid
        wait 8h
        wait 50m
        quote alice skewers x1        -> 23.00               # 01:50
        wait 10m
        place alice                   -> shop_closed         # 02:00
        ",
    );
}

#[test]
fn an_order_over_two_shops_is_one_order() {
    check(
        "
        campaign welcome budget 50 amount 25    -> launched
        open alice 200                -> opened
        claim alice welcome           -> claimed
        order alice tea x1 noodles x1 -> paid 24.00          # 15 + 28 + twice 3, less 25
        account held drinks           -> 18.00
        account held kitchen          -> 31.00
        deliver alice 1               -> delivered
        account earned drinks         -> 18.00
        account earned kitchen        -> 31.00
        balance alice                 -> 176.00
        ",
    );
}

#[test]
fn the_same_key_is_the_same_command() {
    check(
        "
        campaign welcome budget 50 amount 25    -> launched
        [a] open alice 200            -> opened
        [a] open alice 200            -> opened
        [a] open alice 300            -> key_reused
        [a] claim alice welcome       -> key_reused
        balance alice                 -> 200.00
        [b] claim bob welcome         -> buyer_unknown
        open bob 10                   -> opened
        [b] claim bob welcome         -> claimed             # what was refused was not decided
        [b] claim bob welcome         -> claimed
        account reserved welcome      -> 25.00
        quote alice noodles x1        -> 31.00
        [c] place alice               -> paid
        cancel alice 1                -> cancelled
        [c] place alice               -> paid                # as it was answered then
        place alice                   -> cancelled           # as it stands now
        balance alice                 -> 200.00
        ",
    );
}
