//! Every fixed string of the pages, in Chinese and in English. One that lacks a language does not compile.

use domain::language::Language;
use domain::order::OrderState;

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        /// The fixed strings of the pages in one language.
        #[derive(Debug)]
        pub struct Words {
            $(#[doc = $en] pub $name: &'static str,)*
        }

        static ZH: Words = Words { $($name: $zh,)* };
        static EN: Words = Words { $($name: $en,)* };
    };
}

impl Words {
    /// The strings in `language`.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &ZH,
            Language::En => &EN,
        }
    }
}

impl Words {
    /// What an order's state means.
    pub fn headline(&self, state: OrderState) -> &'static str {
        match state {
            OrderState::PendingPayment => self.state_pending_payment,
            OrderState::Paid => self.state_paid,
            OrderState::Accepted => self.state_accepted,
            OrderState::Preparing => self.state_preparing,
            OrderState::Delivering => self.state_delivering,
            OrderState::Delivered => self.state_delivered,
            OrderState::Cancelled => self.state_cancelled,
            OrderState::PaymentFailed => self.state_payment_failed,
        }
    }
}

words! {
    // Around every page.
    html_lang: "zh-CN", "en";
    name: "小二", "Xiao'er";
    skip: "跳到正文", "Skip to the page";
    main_menu: "主菜单", "Main menu";
    tab_talk: "点单", "Order";
    tab_orders: "订单", "Orders";
    tab_wallet: "钱包", "Wallet";
    tab_addresses: "地址", "Addresses";
    settings: "显示设置", "Display";
    other_language: "EN", "中文";
    other_language_tag: "en", "zh-CN";
    other_language_value: "en", "zh";
    other_language_label: "EN: show this page in English", "中文：用中文显示";
    larger: "大字", "A+";
    larger_label: "大字：放大字号", "A+: larger print";
    smaller: "小字", "A−";
    smaller_label: "小字：恢复字号", "A−: smaller print";
    footer: "没有您点头，一分钱也不会动。", "Not a fen moves until you agree.";
    footer_errors: "出错怎么办", "When something goes wrong";

    // The conversation.
    hello: "想要什么，说一声。", "Say it. It's on its way.";
    hello_more: "说一句话，小二就把清单和价钱列给您看；您点头，才付款。",
        "Tell Xiao'er in one sentence. You see every line and price, and nothing is paid until you agree.";
    try_one: "不知道怎么说？点一句试试：", "Not sure how to put it? Tap one:";
    talk_label: "和小二的对话", "Your conversation with Xiao'er";
    you_said: "您说：", "You said:";
    waiter_said: "小二说：", "Xiao'er says:";
    thinking: "小二听着呢", "Xiao'er is on it";
    say_label: "想要什么？", "What would you like?";
    say_placeholder: "想要什么，说一句…", "Just say it…";
    send: "发送", "Send";
    send_failed: "网络断了，这句话没送到。您的话还在下面，请再点一次“发送”。",
        "The network dropped and your sentence did not get through. It is still below: press Send again.";
    not_understood: "这些没听明白，没有算进去：", "I could not place this, so it is not included:";
    offers_label: "可以选的", "What there is";
    pick: "要这个", "I'll take this";
    see_quote: "看清单，去付款", "See the bill and pay";
    see_order: "看订单进度", "Follow the order";
    sold_out: "卖完了", "sold out";
    bill_ready: "清单好了", "Your bill is ready";
    at_your_service: "您的", "Yours";

    // The quote.
    quote_title: "请过目", "Please check";
    quote_lead: "看清楚了再付款，现在还没花一分钱。", "Nothing has been paid yet. Agree only if all of this is right.";
    subtotal: "商品小计", "Items";
    delivery_fee: "配送费", "Delivery";
    discounts: "优惠", "Discounts";
    total: "合计", "Total";
    free: "免费", "free";
    deliver_to: "送到", "Deliver to";
    deliver_at: "送达时间", "Arrives";
    change_address: "换地址", "Change address";
    pay_with: "用什么付", "Pay with";
    agree: "确认并付款", "Agree and pay";
    decline: "不要了", "No, thank you";
    by_wallet: "钱包余额", "Wallet balance";
    by_card: "测试银行卡", "Test card";
    by_card_note: "不扣真钱", "no real money";
    decline_say: "不要了", "no thanks";
    quote_valid: "价钱保留到", "Prices held until";
    quote_expired: "清单过期了，请让小二重开一张。", "This bill has expired. Ask for a fresh one.";
    fingerprint: "给细心人：清单指纹", "For the careful: the bill's fingerprint";
    fingerprint_hint: "内容或价钱改一个字，这串字符就会变。", "It changes if a single word or price of the bill does.";
    example_address_hint: "这是示例地址，送餐前请改成您自己的。", "This is an example address. Change it to your own before a real delivery.";

    // Orders.
    orders_title: "我的订单", "Your orders";
    orders_none: "还没有订单。想要什么，跟小二说一声。", "No orders yet. Tell Xiao'er what you would like.";
    orders_start: "去点单", "Start an order";
    order_title: "订单", "Order";
    progress: "进度", "Progress";
    order_lines: "点了这些", "What you ordered";
    paid: "实付", "Paid";
    refunded: "已退款", "Refunded";
    refund_hint: "钱已原路退回。", "The money went back the way it came.";
    cancel_order: "取消订单", "Cancel this order";
    cancel_sure: "取消后，付的钱原路退回，用掉的券也还给您。", "Your money goes back the way it came, and the voucher returns to you.";
    cancel_yes: "确定取消", "Yes, cancel it";
    order_again: "再来一单", "Order again";
    order_again_say: "老样子", "the usual";
    older: "更早的", "Older";

    step_paid: "付款", "Paid";
    step_accepted: "店家接单", "Taken by the shop";
    step_prepared: "制作", "Prepared";
    step_brought: "配送", "On its way";
    step_there: "送到", "Delivered";
    step_cancelled: "已取消", "Cancelled";
    step_failed: "付款没有成功，钱没有扣", "The payment failed, nothing was taken";
    state_pending_payment: "正在付款", "Being paid";
    state_paid: "已付款，等店家接单", "Paid, waiting for the shop";
    state_accepted: "店家接单了", "The shop has taken it";
    state_preparing: "正在制作", "Being prepared";
    state_delivering: "在路上了", "On its way";
    state_delivered: "送到了", "Delivered";
    state_cancelled: "已取消", "Cancelled";
    state_payment_failed: "付款没有成功", "Payment failed";

    // Wallet and vouchers.
    move_order: "订单", "Order";
    move_refund: "退款", "Refund for";
    move_opening: "开户礼金", "Opening gift";
    move_other: "其他", "Other";
    voucher_usable: "可用", "Ready to use";
    voucher_spent: "已使用", "Used";
    voucher_over: "已过期", "Expired";
    wallet_title: "钱包和红包", "Wallet and vouchers";
    balance: "余额", "Balance";
    moves: "收支明细", "Money in and out";
    moves_none: "还没有收支。", "Nothing yet.";
    vouchers: "我的券", "Your vouchers";
    vouchers_none: "还没有券。", "No vouchers yet.";
    wallet_newcomer: "钱包还是空的。跟小二说第一句话，钱包就有了。", "No wallet yet. Say a first sentence to Xiao'er and you have one.";
    claim: "领取", "Claim it";
    claimed: "已领到，下单自动用上。", "Claimed. It is used for you when you order.";
    gift_title: "给您的红包", "A red packet for you";

    // Addresses.
    addresses_title: "收货地址", "Addresses";
    addresses_lead: "排在第一的是常用地址。", "The first one is used unless you say otherwise.";
    usual: "常用", "usual";
    example: "示例", "example";
    edit: "修改", "Edit";
    add_address: "添加地址", "Add an address";
    address_label: "叫它什么", "What you call it";
    address_label_hint: "比如：家、公司、爸妈家", "For example: home, office, parents";
    address_text: "详细地址", "Full address";
    address_text_hint: "街道、楼号、门牌", "Street, building, door";
    addresses_newcomer: "还没有地址。跟小二说第一句话，就有示例地址可以试；也可以先在下面填自己的。",
        "No addresses yet. Say a first sentence to Xiao'er and there are examples to try; or add your own below.";
    address_town: "在哪个区县（可不选）", "Which town it is in (optional)";
    address_town_label: "在哪个区县", "Town";
    address_town_hint: "选了，小二好找近的店；改了地址，请再看一眼这里。",
        "With it Xiao'er finds shops nearby. If the address moves, look here again.";
    address_town_unsaid: "不选", "Not said";
    where_title: "我在哪儿", "Where I am";
    where_hint: "选一个有店的地方，示例地址就换到那里。", "Choose a place with shops: the example addresses move there.";
    where_choose: "请选一个", "Choose one";
    where_do: "就在这里", "I am here";
    address_first: "设为常用", "Use it as the usual one";
    avoids_title: "不吃的东西", "What you do not eat";
    avoids_lead: "小二每一单都会避开。", "Kept out of every order.";
    avoids_allergy: "过敏", "allergy";
    avoids_what: "名字", "What";
    avoids_what_hint: "比如：花生、海鲜、香菜", "For example: peanut, seafood, coriander";
    avoids_is_allergy: "会过敏", "It is an allergy";
    avoids_add: "记下", "Keep it";
    usual_title: "老样子和口味", "Your usual and your tastes";
    usual_lead: "从最近的订单看出来的。口味只给您看，不会自动加上。", "Seen in your last orders. Tastes are only shown, never added by themselves.";
    usual_tastes: "口味", "Tastes";
    usual_none: "还没有。", "None yet.";
    usual_forget: "忘掉这些", "Forget these";
    usual_stays: "以前的订单是账目，还留在订单列表里。", "Past orders are in the books, and stay in the list of orders.";
    save: "保存", "Save";
    remove: "删除", "Delete";
    saved: "已保存。", "Saved.";

    // When something is refused.
    what_to_do: "怎么办", "What to do";
    try_again: "再试一次", "Try again";
    to_talk: "回去点单", "Back to ordering";
    no_money_moved: "没有扣钱，什么都没变。", "Nothing was charged and nothing has changed.";
    retry_helps: "过一会儿再试就好。", "Trying again in a little while will help.";
    retry_useless: "原样再试也是一样，要先改一改。", "Trying the same again will not help; something has to change first.";
    error_code: "代码", "Code";
    error_more: "这是什么意思", "What this means";
    errors_title: "出错怎么办", "When something goes wrong";
    errors_lead: "每一种“不行”都有代码、原因和办法。", "Every refusal has a code, a reason and a way on.";
    not_found_title: "没有这一页", "There is no such page";
    not_found: "您要找的页面不在这里，可能是网址打错了。", "The page is not here. The address may be mistyped.";
    not_found_do: "回到点单页，跟小二说您想要什么。", "Go back and tell Xiao'er what you would like.";
    busy_title: "人有点多，这次没轮到", "It is crowded, and this did not get its turn";
    busy_wait: "过这么久再来", "Come again in";
    busy_looking: "什么都没做，钱没有动。这一页到时候会自己再打开一次。",
        "Nothing was done and no money moved. This page opens again by itself when it is time.";
    busy_doing: "刚才按的这一下没有办，要请您再按一次。这里会自己回到刚才那一页。",
        "What you pressed was not done: please press it again. You are led back to the page you came from.";
    look_first: "再按之前，请先看一眼订单，免得办两次。", "Please look at your orders before you try again, so that nothing is done twice.";
    look_at_orders: "看订单", "Look at your orders";
}
