//! The closed classes of both languages: the words that say what a sentence wants of the goods it names.

/// What a closed-class word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Word {
    /// Politeness, particles, hesitation: says nothing.
    Filler,
    /// `的`, `of`: joins what stands around it.
    Of,
    /// Asks to have: 来, 要, "I'd like".
    Want,
    /// Asks to see: 有什么, "show me".
    Show,
    /// Asks for advice: shows, whatever else is said.
    Suggest,
    /// Not, without.
    Not,
    /// As well: 再来, another.
    More,
    /// And: 和, "and".
    And,
    /// To add to what there is: 加, "add".
    Add,
    /// With.
    With,
    /// Otherwise than now: 改成, "make it".
    Change,
    /// Into, after a change from something: "to".
    Into,
    /// Take away: 去掉, "remove".
    Drop,
    /// After a name: not that one any more, 不要了.
    DropAfter,
    /// Yes.
    Agree,
    /// Place the order, pay.
    Commit,
    /// Agrees and commits, although it has the form of a refusal or of a question.
    Hold,
    /// If, would: nothing is agreed to.
    Suppose,
    /// How much does it cost?
    HowMuch,
    /// No.
    No,
    /// No, I mean: what was just said is not wanted.
    Correct,
    /// Less of it by so many.
    Fewer,
    /// Call it off: 取消.
    Cancel,
    /// Rather keep it: 不取消.
    Keep,
    /// Where is it? 到哪了.
    Track,
    /// My balance, my vouchers.
    Wallet,
    /// A voucher or a campaign: what there is to claim.
    Campaign,
    /// A red packet.
    RedPacket,
    /// Invite someone.
    Invite,
    /// What can you do?
    Help,
    /// Hello.
    Greet,
    /// What they always have.
    Usual,
    /// The one spoken of: 这个, "it".
    This,
    /// The other one.
    Other,
    /// The last one shown.
    Last,
    /// The cheapest one, the cheaper one.
    Cheap,
    /// The dearest one.
    Dear,
    /// The nearest one.
    Near,
    /// Of each so many: 各, each.
    Each,
    /// All of them: 都, both.
    All,
    /// What is left of them: 其他, the rest.
    Rest,
    /// A place follows.
    Deliver,
    /// A question.
    Question,
    /// At most, before the amount.
    AtMost,
    /// At most, after the amount.
    OrLess,
    /// At least, before the amount.
    AtLeast,
    /// At least, after the amount.
    OrMore,
    /// About so much.
    About,
    /// All of it together, delivery included.
    InAll,
    /// As soon as can be.
    Soon,
    /// After an ingredient: 过敏.
    Allergic,
    /// Not from the shop chosen: 换一家.
    OtherShop,
    /// What a cart cannot express: who it is for, where to leave it.
    Aside,
}

/// Words with what they do; a phrase belongs to one class.
pub(crate) const WORDS: &[(Word, &str)] = &[
    (
        Word::Filler,
        "请|请问|麻烦|麻烦你|麻烦您|谢谢|谢啦|谢谢你|谢谢您|多谢|感谢|劳驾|辛苦|辛苦了|唔该|唔该晒|不该|你好啊|帮我|帮忙|给我|给咱|给俺|替我|跟我|\
        吧|呗|啊|呀|哦|噢|喔|呢|啦|了|嘛|哈|呃|额|那个啥|就是|就是说|然后|那|那就|这样|就|也|都行|我|我们|咱|咱们|俺|你|您|小二|老板|店家|师傅|\
        一下|一下子|帮|的话就|先|现在就|今天|我在|可不可以|能不能|能|可以给我|能给我|可以帮我|能帮我|给|里|里面|家|家的|店|店里|店里的|这家|那家|哪家|人多|外卖|订单|单子|订单里|购物车|购物车里|\
        但是|但|不过|可是|其实|写|写个|附|附上|用券|用优惠券|用上优惠券|用红包|把|将|其中|分别|是要|算|还是|味|味的|口味的|装|一点|一点儿|点儿|些|一些|有点|想|想着|觉得|好了|行了|这边|你们|你们家|您这|您家|你家|\
        but|however|please|pls|plz|thank|thank you|thank a lot|thx|cheer|kindly|hi there|um|uh|er|erm|hmm|well|so|just|then|now|also please|like|actually|maybe|for me|for us|me|us|we|my|i|you|your|\
        the|is|are|be|was|it is|its|thats|do|does|have you got|in|on|at|for|from|by|to be|would be|will|can|could|could you|can you|would you|some|any|that is|there|today|order of|as|too|use my voucher|use the voucher|use my coupon|im|ive|ill|id|and then|shop|store|flavor|flavored|style|kind|kind of|sort of|one for|please can i|if possible|if you can|possible",
    ),
    (Word::Of, "的|嘅|of|之"),
    (
        Word::Want,
        "来|要|想要|我要|我想要|想吃|想喝|吃|喝|买|想买|点|想点|订|订购|整|搞|弄|拿|下|下个|来个|要个|点个|点份|来点|来些|要点|买点|弄点|整点|给我来|给我整|给我搞|要吃|要喝|叫|叫个|送|送来|送我|带|捎|需要|我想|来上|搞点|就要|就来|就订|就买|就点|会要|选|就选|\
        want|i want|i want to buy|i want to order|i would like|id like|i d like|would like|get|get me|can i get|can i have|could i get|could i have|may i have|let me have|let me get|give me|order|to order|buy|to buy|need|i need|take|ill take|i ll take|ill have|i ll have|have|grab|bring|bring me|id love|i fancy|fancy|go for|ill go for|send me|like to have|like to order|like to buy|place an order|place an order for|make an order for|put in an order for|ordered|ordering|bought|wanna|gimme|lemme get|pick|choose|ill get|i will take|i will have|we want|wed like",
    ),
    (
        Word::Show,
        "有什么|有啥|有哪些|有哪种|有没有|有无|有不有|有吗|有木有|看看|看一下|看下|瞧瞧|找|找找|找一下|搜|搜一下|搜索|查一下|都有什么|都有啥|都有哪些|卖什么|卖啥|卖不卖|卖|哪里有|哪家有|哪儿有|哪有|想看|想看看|列一下|菜单|有卖|可有|有|几种|哪几种|\
        show|show me|show us|what do you have|what have you got|what kind of|what kind|what sort of|what|which|do you have|do you have any|do you sell|have you got|have you got any|got any|any|is there|is there any|are there|are there any|look for|looking for|im looking for|i am looking for|search|search for|find|find me|list|browse|menu|see|let me see|can i see|sell|what is there|whats there",
    ),
    (
        Word::Suggest,
        "推荐|推荐一下|推荐点|有什么推荐|有什么好吃的|有什么好喝的|来点推荐|recommend|recommendation|suggest|suggestion|what do you recommend|what is good|whats good",
    ),
    (
        Word::Not,
        "不要|别|别放|别加|不加|不放|不用|不用放|不用加|不想要|不吃|不能吃|不能放|不能有|不喝|无|没有|没|不带|不含|去|走|免|勿放|勿加|不|莫放|莫|不爱吃|少了|\
        no|not|not the|without|without any|dont|do not|dont want|do not want|i dont want|dont add|dont put|dont put any|hold the|leave out|leave off|leave out the|skip|skip the|minus|free of|none of|allergic to|cant eat|cannot eat|im allergic to|i am allergic to|nothing with|other than|except|but no|but not|with no",
    ),
    (
        Word::More,
        "再来|再要|再点|再加|再买|再订|再给我来|还要|还来|还想要|另外|另外再|另加|另来|再|加点|加个|加份|再添|添|顺便|顺便来|外加|追加|and also|another|one more|plus|as well as|also|also add|as well|additional|extra one|more",
    ),
    (Word::And, "和|跟|与|以及|加上|还有|同|并|并且|带上|and|n|together with|along with|then"),
    (Word::Add, "加|加上一份|多加|放|加到|add|put|put in|throw in|add in|include|top with|topped with"),
    (Word::With, "带有|配|配上|要加|加了|with|served with|in a"),
    (
        Word::Change,
        "改成|改为|改|改一下|改下|换成|换|换个|换一个|换做|换作|换到|变成|变为|调成|调整为|调整成|更改|更换|更换成|改要|改到|改做|make it|make that|make them|make those|make|change|change it|change it to|change to|change that to|change them to|change the|switch|switch to|switch it to|swap|swap it for|swap for|instead|rather|set it to|turn it into|update|replace it with|replace with|replace",
    ),
    (Word::Into, "成|为|to|into|for a"),
    (
        Word::Drop,
        "去掉|删掉|删除|删了|删去|拿掉|撤掉|移除|减掉|取消掉这个|划掉|remove|drop|delete|take off|take out|take away|get rid of|lose the|scrap",
    ),
    (Word::DropAfter, "不要了|不用了|不想要了|就不要了|去掉吧|取消吧|取消掉|删掉吧|也不要了|out"),
    (
        Word::Agree,
        "对|是|嗯嗯|对的|对啊|对对|对对对|是的|是啊|系|是呀|好|好的|好啊|好呀|好滴|好嘞|好哒|好吧|好好|好好好|行|行啊|行吧|行的|可以|可以的|可以啊|可|嗯|恩|嗯好|嗯对|嗯呢|ok的|中|要得|得|得嘞|成|没问题|没错|没有问题|同意|确定|确认|没毛病|妥|妥了|就这个|就这些|就这样|就这么定|就这么定了|就它|就它了|就它吧|就这个吧|就要这个|就要这些|就要它|就是这个|就订这个|就买这个|就点这个|就那个吧|正确|地址对|地址没错|地址没问题|地址是对的|完全正确|准了|欧克|照办|可以就这样|\
        yes|yeah|yep|yup|ya|ye|ok|okay|okey|k|sure|sure thing|right|all right|alright|correct|great|good|fine|perfect|exactly|absolutely|definitely|of course|confirm|confirmed|i confirm|agreed|agree|i agree|sound good|look good|that look good|thats right|that is right|thats correct|that is correct|thats it|that is it|thats all|that is all|thatll do|that will do|thats fine|that work|work for me|fine by me|the address is right|the address is correct|address is right|address is correct|cool|lovely|excellent|awesome|go for it|you got it|just that|just this|only that",
    ),
    (
        Word::Commit,
        "下单|下单吧|下单付款|下单了|落单|确认下单|确定下单|确认订单|提交订单|提交|付款|付款吧|付钱|支付|去支付|去付款|结账|结算|买单|埋单|买吧|买了|买了吧|就买了|就下单|就这样下单|订了|订吧|就订|帮我下单|给我下单|可以下单|可以下单了|直接下单|马上下单|也下单|成交|开单|交钱|安排|安排上|安排吧|就安排|走起|下了吧|要了|就要了|拿下|\
        place it|place the order|place my order|place order|place that order|place this order|order it|order them|order that|order this|order now|order please|buy it|buy them|buy that|buy now|get it|get that|take it|ill take it|i ll take it|i will take it|ill have it|lets go|pay|pay for it|pay now|check out|checkout|go ahead|go ahead and order|go ahead and place it|proceed|submit|submit it|submit the order|do it|lets do it|book it|complete the order|put it through|put the order through|put in the order|finalize|finalise",
    ),
    (
        Word::Hold,
        "等等|等一下|等一等|等下|等会|等会儿|稍等|慢着|且慢|先别|先不|别急|别忙|先不要|先别下单|先不下单|先不买|先不要下单|先别付款|暂时不|暂不|还没想好|我再想想|再想想|想一想|考虑一下|再看看|我再看看|再考虑一下|回头再说|一会再说|不下单|别下单|不要下单|不买|不买了|先不买了|别买|不付款|不付|先不付|不订|不订了|不点了|不确认|别付款|不想下单|没说下单|没让你下单|wait|wait a minute|wait a moment|wait a second|wait a bit|hold on|hang on|not yet|hold it|hold off|one moment|one second|dont order|dont order yet|do not order|dont place|dont place it|dont place the order|do not place|dont buy|do not buy|dont pay|dont confirm|not now|let me think|ill think about it|i will think about it|maybe later|later|not ordering|no order|just checking|just looking|just asking|dont order it|do not order it|dont place it yet|not right now|stop",
    ),
    (
        Word::Suppose,
        "如果|要是|假如|假设|的话|万一|能不能下单|可以下单吗|if|if i|would it|would that|suppose|assuming|what if|in case|when i|could i order later|would cost",
    ),
    (
        Word::HowMuch,
        "多少钱|几块|几块钱|多少块|啥价|什么价|什么价格|价格|价钱|怎么卖|要多少|得多少|一共多少|多钱|几多钱|多少|贵不贵|how much|how much is|how much is it|how much would it be|how much would|how much are|how much for|price|the price|the price of|cost|what does it cost|how much does|how much do|what would it cost|total price",
    ),
    (
        Word::Correct,
        "不对|不不|不不不|错了|说错了|我说错了|我是说|我的意思是|不是不是|哦不|噢不|啊不|no wait|i mean|sorry i mean|i meant|actually no|scratch that|no sorry|oh no|no actually|wait no|no no",
    ),
    (Word::Fewer, "少来|少要|少买|减去|减|少|fewer"),
    (Word::No, "不|不是|不行|不好|不可以|不用|不了|别|no|nope|nah|wrong|thats wrong|incorrect|no thank|not that"),
    (
        Word::Cancel,
        "取消|取消订单|取消掉|取消了|退单|退订|退款|退掉|退了|退货|撤单|撤销|取消刚才的订单|订单取消掉|订单取消了|订单取消掉吧|订单取消|不想要了|不要了|都不要了|全不要了|全都不要了|算了|算了吧|还是算了|算了不要了|不要订单了|作废|清空|清空购物车|全部删掉|重新来|从头来|cancel|cancel it|cancel that|cancel the order|cancel my order|cancel order|cancel everything|cancellation|call it off|refund|forget it|forget about it|never mind|nevermind|start over|clear the cart|empty the cart|clear everything|void|abort|changed my mind|change my mind|ive changed my mind|scrap that",
    ),
    (
        Word::Keep,
        "不取消|不取消了|别取消|先别取消|不用取消|不要取消|还是要|留着|dont cancel|do not cancel|keep it|keep the order|keep my order|not cancel",
    ),
    (
        Word::Track,
        "到哪了|到哪里了|到哪儿了|到哪|送到哪了|送到哪里了|送到哪儿了|到了吗|送到了吗|送到没|送到没有|什么时候到|什么时候能到|什么时候送到|几点到|几点能到|啥时候到|多久到|多久能到|还要多久|还有多久|还没到|怎么还没到|怎么还没送到|怎么还不到|物流|订单状态|我的订单|查订单|查一下订单|查看订单|看看订单|看订单|订单到|进度|骑手|配送员|外卖员|催单|催一下|催催|做好了吗|出餐了吗|出发了吗|发货了吗|\
        where is my order|wheres my order|where is it|track|track my order|track order|tracking|order status|status|status of my order|when will it arrive|when will my order arrive|when does it arrive|how long until|has it shipped|has it left|is it on the way|my order|where is my food|wheres my food|how long will it take|when is it coming|courier|rider|eta|check my order|whats the status",
    ),
    (
        Word::Wallet,
        "钱包|余额|我的余额|账户|还剩多少钱|还有多少钱|剩多少钱|我有多少钱|我的红包|我的券|我的优惠券|有哪些优惠券|有什么优惠券|有几张券|有几张优惠券|有多少优惠券|有多少券|我有什么券|我有哪些券|有券吗|有没有优惠券|有没有券|查余额|查一下余额|优惠券还有|\
        wallet|my wallet|balance|my balance|account balance|my voucher|my coupon|what voucher do i have|which voucher do i have|do i have any voucher|do i have any coupon|do i have a voucher|what coupon do i have|how much money do i have|how much do i have|how much is left|any voucher|how many voucher do i have|how many coupon do i have",
    ),
    (
        Word::Campaign,
        "领券|领优惠券|领取优惠券|领一张|领张券|领个券|领|领取|抢券|抢优惠券|优惠券|优惠|活动|有什么活动|有啥活动|有什么优惠|有啥优惠|新年活动|春节活动|免单|免单券|代金券|券|福利|抽奖|薅羊毛|奶茶券|\
        voucher|coupon|claim|claim voucher|claim a voucher|claim my voucher|claim a coupon|get a voucher|get a coupon|campaign|promotion|promo|deal|offer today|discount|special offer|any deal|any promotion|any discount|free order|free tea|giveaway|lucky draw",
    ),
    (
        Word::RedPacket,
        "红包|发红包|发个红包|抢红包|领红包|拆红包|开红包|收红包|包红包|包个红包|塞红包|拼手气|利是|压岁钱|red packet|red envelope|hongbao|hong bao|lucky money|send a red packet|open a red packet|open the red packet",
    ),
    (
        Word::Invite,
        "邀请|邀请朋友|邀请好友|邀请码|拉新|拉人|邀请链接|分享给朋友|分享链接|推荐给朋友|邀请有奖|怎么邀请|invite|invite a friend|invite friend|invitation|invite code|refer|refer a friend|referral|referral code|invite link|share with friend|share link",
    ),
    (
        Word::Help,
        "帮助|怎么用|怎么点|怎么买|怎么下单|怎么点单|怎么操作|你会什么|你能做什么|你能干什么|你能干嘛|你是谁|你是什么|有什么功能|能干什么|能干嘛|使用说明|教我|教教我|怎么弄|不会用|客服|人工|人工客服|help|help me|how do i order|how do i use|how does it work|how does this work|what can you do|who are you|what are you|instruction|how to order|how to use|support|customer service|human|agent",
    ),
    (
        Word::Greet,
        "你好|您好|你好呀|哈喽|哈啰|嗨|嘿|喂|在吗|在不在|在么|早上好|早安|上午好|中午好|下午好|晚上好|早|新年好|过年好|新年快乐|春节快乐|hello|hello there|hi|hey|hey there|good morning|good afternoon|good evening|happy new year|greeting|howdy|yo|morning|evening",
    ),
    (
        Word::Usual,
        "老样子|老规矩|照旧|和上次一样|跟上次一样|同上次|和上回一样|跟上回一样|上次那个|上次的|上回的|上次点的|上次买的|上次一样|再来一单|再来一次|再下一单|再点一次|再买一次|一样的再来|跟昨天一样|和昨天一样|照上次|按上次|重复上次|上一单|上次那单|the usual|my usual|usual|same as last time|same as before|same again|same order|the same order|reorder|order again|repeat my last order|repeat my order|repeat the order|what i had last time|my last order|last order again|the regular|my regular|same as usual|as usual|what i always have",
    ),
    (
        Word::This,
        "这个|这个吧|那个|它|这|就要那个|这款|那款|这杯|这份|那份|那杯|这种|那种|这些|那些|刚才那个|刚才的|刚刚的|刚才|刚刚|他|it|this|that|this one|that one|the one|them|those|these|just placed|just ordered|i just placed|i just ordered",
    ),
    (
        Word::Other,
        "另一个|另外一个|另外那个|另一种|另一款|另外那|另外那款|另外的|另一份|另一杯|the other|the other one|other one",
    ),
    (Word::Last, "最后一个|最后那个|最后的|最后一款|the last|the last one|last one"),
    (
        Word::Cheap,
        "最便宜|最便宜的|最低价|最低价的|最实惠|最划算|便宜的|便宜的那个|便宜那个|便宜点|便宜点的|便宜一点|便宜一点的|便宜些|便宜些的|更便宜|更便宜的|最省钱|实惠的|价格最低|价格最低的|价钱最低|划算|cheapest|the cheapest|cheapest one|the cheapest one|cheaper|cheaper one|the cheaper|the cheaper one|lowest price|least expensive|the least expensive|less expensive|most affordable|cheap|cheap one|best price",
    ),
    (
        Word::Dear,
        "最贵|最贵的|贵的|贵的那个|贵一点的|贵点的|最高价|most expensive|the most expensive|the most expensive one|more expensive|the more expensive one|dearest|the expensive one|priciest",
    ),
    (
        Word::Near,
        "最近|最近的|近的|离我最近|离我最近的|离我近|离我近的|附近|附近的|近一点|近一点的|近点|近点的|就近|离家近|离家近的|离得近|nearest|the nearest|closest|the closest|nearby|near me|close to me|near here|around here|nearer|closer|the closer one",
    ),
    (Word::Each, "各|各来|各要|每样|每种|每个|一样|各自|each|of each|one of each|every"),
    (
        Word::All,
        "都|都要|全|全都|全部|全要|两个都|三个都|全部都|所有|都是|both|all|all of them|both of them|everything|all of it|them all|them both",
    ),
    (Word::Rest, "其他|其它|其余|其余的|剩下|剩下的|另外两|the rest|the other two|the others|other"),
    (
        Word::Deliver,
        "送到|送去|送至|寄到|寄去|送往|配送到|配送至|派送到|地址是|地址为|地址改成|地址改为|地址换成|地址写|收货地址|收货地址是|送货到|送货地址|送来|拿到|送给|帮我送到|给我送到|请送到|快递到|deliver to|deliver it to|deliver them to|delivered to|delivery to|send it to|send to|send them to|sent to|bring it to|bring them to|ship to|ship it to|my address is|the address is|address is|deliver|delivered|delivering to|to be delivered to|delivery address|delivery address is|drop it off at|drop it at",
    ),
    (
        Word::Question,
        "吗|么|嘛|什么|哪个|哪种|哪|哪里|几|几个|几时|怎么|怎样|如何|为什么|是不是|是否|好不好|行不行|有没|?|how|why|who|when|where|can i|could i|should i|is it|is that|are you",
    ),
    (
        Word::AtMost,
        "不超过|不要超过|别超过|不能超过|最多|最多花|至多|不高于|低于|少于|小于|不多于|控制在|预算|预算是|只有|就|我有|我只有|只带了|总价不超过|总共不超过|under|below|less than|at most|no more than|not more than|not over|up to|max|maximum|maximum of|within|cheaper than|budget|budget of|my budget is|budget is|a budget of|i have|i only have|ive got|i have only|not exceeding|not to exceed",
    ),
    (Word::OrLess, "以内|之内|以下|内|封顶|之下|不到|or less|or under|or below|max|maximum|or cheaper|tops|top|budget"),
    (
        Word::AtLeast,
        "不低于|至少|最少|不少于|高于|大于|多于|起码|超过|over|above|more than|at least|no less than|not less than|minimum",
    ),
    (Word::OrMore, "以上|之上|起|往上|or more|or above|and up|or over|and above"),
    (Word::About, "左右|上下|大约|大概|差不多|约|来块|about|around|roughly|approximately|or so|ish"),
    (
        Word::InAll,
        "一共|总共|总价|总计|合计|加起来|全部加起来|含配送费|含运费|包括配送费|包含配送费|包配送|连配送费|连运费|算上配送费|算上运费|加配送费|加运费|含配送|包邮|配送费在内|含外送费|in total|total|altogether|all in|delivery included|including delivery|included delivery|with delivery|including the delivery|including the delivery fee|including delivery fee|incl delivery|delivered price|all together|for everything|overall",
    ),
    (
        Word::Soon,
        "尽快|马上|立刻|立即|越快越好|快点|快一点|赶紧|赶快|现在送|asap|as soon as possible|right away|right now|immediately|quickly|fast",
    ),
    (
        Word::OtherShop,
        "换一家|换一家店|换家店|换个店|换个店家|换个商家|换店|换商家|换别家|换别的店|换其他店|换其它店|换另一家|换另外一家|换成别家|换成另一家|换一个店|换一家买|换一家点|别家|别家店|别的店|别的店家|别的商家|其他店|其它店|另一家|另一家店|另外一家|另外一家店|其他家|其它家|\
        another shop|another store|another restaurant|a different shop|a different store|a different restaurant|different shop|different store|different restaurant|other shop|the other shop|some other shop|another vendor|from somewhere else|from another place|from a different place|change shop|change the shop|switch shop|change to another shop|change to a different shop|switch to another shop|switch to a different shop",
    ),
    (
        Word::Aside,
        "给我妈|给我妈的|给我妈妈|给我爸|给我爸的|给我爸爸|给妈妈|给妈妈的|给爸爸|给爸爸的|给老婆|给老公|给我老婆|给我老公|给孩子|给孩子的|给我孩子|给小孩|给奶奶|给爷爷|给我奶奶|给我爷爷|给朋友|给朋友的|给同事|给同事的|给老人|给老人家|\
        不要敲门|别敲门|不用敲门|请勿敲门|敲门|不要按门铃|别按门铃|不用按门铃|按门铃|放门口|放在门口|放到门口|挂门上|挂门把手上|放前台|放在前台|放快递柜|放柜子里|打电话|给我打电话|到了打电话|到了给我打电话|送到前打电话|提前打电话|不要打电话|别打电话|堂食|在店里吃|店里吃|到店吃|自取|自提|到店自取|我自己去拿|\
        for my mum|for my mom|for my mother|for my dad|for my father|for my wife|for my husband|for my kid|for my child|for my son|for my daughter|for my grandma|for my grandpa|for a friend|for my friend|for my colleague|for a colleague|leave it at the door|leave it at my door|leave it by the door|leave at the door|leave them at the door|leave it outside|leave it at reception|leave it at the reception|leave it with the guard|dont knock|do not knock|please dont knock|knock|dont ring|dont ring the bell|do not ring the bell|dont ring the doorbell|do not ring|ring the bell|ring the doorbell|call me when you arrive|call me when you are here|call me when you get here|call me on arrival|call when you arrive|call me|text me when you arrive|dont call|do not call|dine in|eat in|to eat in|self pickup|pick it up myself|ill pick it up|i will pick it up|collect it myself",
    ),
    (Word::Allergic, "过敏|过敏了|allergy|allergic"),
];

/// Latin words with which a number, a sum, a time or an ordinal may begin.
pub(crate) const COUNTING: &str = "a an half dozen couple single double rmb cny the first second third fourth fifth sixth seventh eighth \
    ninth tenth number option no in within after at by before around for today tomorrow tonight this noon midday midnight quarter am pm";

/// Kinds of shop, each with the words that ask for it.
pub(crate) const KINDS: &[(&str, &str)] = &[
    (
        "drinks",
        "喝的|饮料|饮品|喝的东西|好喝的|什么喝的|点喝的|something to drink|to drink|drink|beverage|something cold to drink",
    ),
    (
        "food",
        "吃的|吃的东西|好吃的|点吃的|饭菜|午饭|午餐|晚饭|晚餐|早饭|早餐|早点|夜宵|宵夜|something to eat|to eat|food|lunch|dinner|breakfast|supper|meal|snack",
    ),
    ("fruit", "水果|鲜果|fruit"),
    ("flowers", "花|鲜花|flower"),
    ("pharmacy", "药|药品|medicine|drug|medication"),
    ("supermarket", "日用品|生活用品|household|daily necessities"),
    ("electronics", "数码产品|电子产品|数码|electronic|gadget"),
    ("cinema", "电影|电影票|影票|movie|film|movie ticket|film ticket|cinema ticket"),
    ("groceries", "年货|grocery"),
];

/// Measure words: what is counted in one form. Words of one row mean the same form. The first rows are forms that hold
/// many of another: a box of bottles.
pub(crate) const FORMS: &[&str] = &[
    "箱|整箱|件|大箱|case|crate|carton",
    "提|大提|multipack",
    "杯|cup|glass|mug",
    "瓶|bottle",
    "盒|小盒|box",
    "袋|包|小包|小袋|bag|pack|packet|pouch|sachet",
    "碗|bowl",
    "盘|碟|plate|dish",
    "罐|听|can|tin|jar",
    "桶|bucket|barrel|tub",
    "块|piece|pc",
    "片|slice|sheet",
    "只|头|隻",
    "支|枝|stem",
    "根|条|stick",
    "串",
    "枚",
    "粒|颗|tablet|pill|capsule",
    "束|捧|扎|bunch",
    "把|handful",
    "对|双|pair",
    "套|set",
    "张",
    "本|册",
    "台|部|架|unit",
    "笼|屉",
    "锅|pot",
    "卷|roll",
    "半|half",
    "间|座|位|seat",
    "盆|pot of",
];
/// Forms up to this place of [`FORMS`] hold many of another.
pub(crate) const FORMS_OUTER: u8 = 2;

/// Measure words that fit anything.
pub(crate) const EACH: &str = "个|份|客|单|款|样|场|portion|serving|order|helping|x|item";

/// Weights, in grams for one.
pub(crate) const WEIGHTS: &[(&str, u32)] =
    &[("斤|市斤|jin|catty", 500), ("公斤|千克|kg|kilogram", 1000), ("克|g|gram", 1), ("磅|pound|lb", 454)];
/// Volumes, in millilitres for one.
pub(crate) const VOLUMES: &[(&str, u32)] = &[("升|公升|litre|liter|l", 1000), ("毫升|ml|millilitre|milliliter", 1)];
