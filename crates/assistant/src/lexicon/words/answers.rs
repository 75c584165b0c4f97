//! Yes, no, wait: answers to a quote.

use super::Word;

/// Words of each class.
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Undo,
        "撤销|撤销修改|撤销刚才的修改|撤销刚才的改动|撤销刚刚的修改|撤回刚才的修改|撤销更改|取消刚才的修改|取消刚才的改动|取消修改|撤回|撤销上一步|上一步|退回上一步|回到上一步|返回上一步|还原|复原|恢复|恢复原样|恢复原来的|改回来|改回去|改回原来的|变回来|变回原来的|还是原来的|还是原来那样|还是刚才那样|还是之前那样|还是之前的|改回刚才的|改回刚才|改回之前的|改回原样|按原来的|还是按原来的|按原来的来|照原来的|跟原来一样|和原来一样|跟之前一样吧|switch back|刚才那一步不算|刚才那步不算|undo|undo the change|undo that change|undo my last change|undo the last change|forget the change|forget that change|cancel the change|cancel that change|undo that|undo it|revert|revert that|go back|change it back|put it back|as it was|as it was before|back to what it was",
    ),
    (
        Word::Why,
        "为什么选这家|为什么选这个|为什么是这家|为什么是这个|为什么选它|为啥选这家|为啥选这个|为啥是这家|为啥是这个|为什么这家|怎么选的这家|怎么选这家|为什么推荐这家|为什么推荐这个|凭什么选这家|为什么不选别家|why this one|why this shop|why that one|why that shop|why this|why that|why did you choose this|why did you pick this|why did you choose that|why did you pick that",
    ),
    (
        Word::Agree,
        "就酱|就酱紫|嗯哼|就要这|就这了|啱喇|啱啦|好额|迭能|就迭能|认可|对哒|对滴|对咯|对喽|对哩|好地|好咧|好勒|好哇|好得很|行嘞|行咯|行得|行得通|中得很|中中中|中嘞|可得|没得问题|冇得问题|就照这个办|照这个办|就按这个办|按这个办|莫得问题|冇问题|得啦|得咗|一言为定|说好了|是它|就是它|就是它了|就定它|就定它了|就定这个|就定这个了|拿吧|拿吧拿吧|要吧|分得对|没超|没超预算|没有超|对头|搞得|能成|能行|这下没问题了|这回没问题了|冲|冲冲冲|太好了|太棒了|啱晒|啱晒啦|就这个时间|就这时间|对|是|嗯嗯|对的|对啊|对对|对对对|是的|是啊|系|是呀|好|好的|好啊|好呀|好滴|好嘞|好哒|好吧|好好|好好好|行|行啊|行吧|行的|可以|可以的|可以啊|可|嗯|恩|嗯好|嗯对|嗯呢|嗯呐|嗯哪|ok的|中|要得|得|得嘞|成|没问题|没错|没有问题|同意|确定|确认|没毛病|没漏|没少|没差|是这个地址|就这个地址|地址就这个|送这个地址|妥|妥了|挺好|挺好的|挺好挺好|蛮好|蛮好的|就订它|就订它了|就选它|就选它了|齐了|齐活|就这么订|就这么买|就这么办|就这样订|就这样买|就这样办|完美|无误|确认无误|核对无误|没有错|就这么多|就这么多了|就这几样|就这几个|就这几件|就这两样|就这三样|就按这个来|按这个来|就照这个来|照这个来|就照这样|就按这样|就按这个|就送这儿|送这儿|就送这里|送这里|就送到这儿|就送到这里|妥妥的|就这么着|就这么着吧|就恁个|恁个|要得要得|买这个|买这些|买它|地址是这个|地址就是这个|就是这个地址|就送那儿|就送那里|就送到那儿|就送到那里|就那会儿送|就那个时候送|就那时候送|这回对了|这下对了|这次对了|就这个|就这些|就这样|就这么定|就这么定了|就它|就它了|就它吧|就这个吧|就要这个|就要这些|就要它|就是这个|就订这个|就买这个|就点这个|就那个吧|正确|地址对|地址没错|地址没问题|地址是对的|完全正确|啱|冇错|准了|欧克|照办|可以就这样|\
        yes|wonderful|that is wonderful|thats wonderful|brilliant|superb|splendid|fantastic|amazing|marvellous|thats better|that is better|much better|too easy|im sure|i am sure|yes im sure|mhm|mmhm|mm hmm|uh huh|all set|yeah|yep|yup|ya|ye|ok|okay|okey|k|sure|sure thing|right|all right|alright|correct|great|good|fine|perfect|exactly|absolutely|definitely|of course|confirm|confirmed|i confirm|agreed|agree|i agree|look right|all good|thats the address|that is the address|thats my address|sound good|sound right|sound great|sound fine|sound perfect|that sound right|that sound good|that sound great|that sound perfect|look good|that look good|thats right|that is right|thats correct|that is correct|thats it|that is it|thats all|that is all|thatll do|that will do|thats fine|that work|work for me|fine by me|the address is right|address is fine|the address is fine|address look right|address look good|right address|thats the right address|the address is correct|address is right|address is correct|cool|lovely|excellent|awesome|go for it|you got it|just that|just this|only that|super|done deal|spot on|bang on|bingo|splendid choice|thats where i am|that is where i am|thats where i live|that is where i live|thats my place|that is my place|within budget|in budget|under budget|within my budget|yess|yesss|yup yup|yes yes|you bet|certainly|by all means|righto|right on|right you are|aye|okey dokey|okie dokie|roger|affirmative|all correct|everything correct|the lot is right|nice|terrific|fab|fabulous",
    ),
    (
        Word::Commit,
        "就这么下|就这样下|就这么下吧|给下单|给下单吧|照这个下单|就照这个下单|按这个下单|就按这个下单|照这样下单|就照这样下单|按这样下单|真下单了|真的下单|真下单|下这单|就下这单|下了这单|下这一单|就下这一单|这单下了|安排下去|订上|给我订上|下单|拍下|拍了|拍下吧|我拍了|买票吧|订票吧|下单订票|下单买票|下单出票|付款订票|付款出票|确认订票|确认买票|付吧|付了吧|就付|送出|送出订单|确认送出|一样下单|照样下单|同样下单|确认购买|立即购买|下单吧|这么下单|这样下单|就这么下单|下单付款|下单了|落单|确认下单|确定下单|确认订单|提交订单|提交|付款|付款吧|付钱|支付|去支付|去付款|结账|结帐|结算|买单|埋单|买吧|买了|买了吧|就买了|就下单|就这样下单|订了|订吧|就订|快下单|快下单吧|快点下单|快点下单吧|赶快下单|帮忙下单|出票|出票吧|帮我下单|给我下单|可以下单|可以下单了|直接下单|马上下单|也下单|成交|开单|交钱|安排|安排上|安排吧|就安排|走起|下了吧|下吧|要了|就要了|拿下|\
        place it|place the order|place my order|place order|place that order|place this order|order it|order them|order that|order this|order now|order please|buy it|buy them|buy that|buy now|get it|get that|take it|ill take it|i ll take it|i will take it|ill have it|lets go|pay|pay for it|pay now|check out|checkout|go ahead|go ahead with the order|go ahead with it|go ahead and order|go ahead and place it|proceed|submit|submit it|submit the order|do it|lets do it|go with that|go with it|go with this|lets go with that|lets go with it|lets go with this|ill go with that|ill go with it|book it|book them|book these|book that|order these|buy these|buy this|get them|get these|order all|buy all|get all of them|order all of them|order all of it|complete the order|purchase it|purchase them|purchase now|put it through|order away|send it through|send the order|send me those|send me these|order it away|put the order through|put in the order|finalize|finalise",
    ),
    (
        Word::Hold,
        "我想哈|我想下|容我想想|让我想想|再等等|再等一下|再等会|再等会儿|得了吧|行行好|等等|等一下|等一等|等下|等会|等会儿|稍等|慢着|且慢|先别|先不|别急|别忙|先不要|先别下|先不下|先不用下单|不用下单|别急着下单|先别急着下单|先别下单|先不下单|先不买|先不要下单|先别付款|暂时不|暂不|还没想好|我再想想|再想想|想一想|考虑一下|再看看|我再看看|明天再说|以后再说|下次再说|改天再说|再考虑一下|回头再说|一会再说|不下单|别下单|不要下单|不买|不买了|先不买了|别买|不付款|不付|先不付|不订|不订了|不点了|不确认|别付款|不想下单|没说下单|没让你下单|wait|wait a minute|wait a moment|wait a second|wait a bit|hold on|hang on|not yet|hold it|hold off|one moment|one second|dont order|dont order yet|dont order anything|dont order anything yet|do not order anything|do not order anything yet|dont buy anything|dont buy anything yet|without ordering|without ordering it|do not order|dont place|dont place it|dont place the order|do not place|dont buy|do not buy|dont pay|dont confirm|not now|let me think|ill think about it|i will think about it|maybe later|later|not ordering|no order|just checking|just looking|just asking|dont order it|do not order it|dont place it yet|not right now|stop",
    ),
    (
        Word::Suppose,
        "送来付款|送到付款|到了付款|到付|送来再付|送到再付|送来再付款|送到再付款|替我付钱|替我付款|替我买单|请我买单|你买单|你付钱|你来付|你出钱|你请客|可能行|可能行吧|可能可以|可能吧|是这样啊|是那样啊|是这样的|一会儿|一会|待会儿|待会|过会儿|过会|过一会儿|等一会儿|可以是可以|行是行|好是好|对是对|买是买|是的吧|要是下单|我要是|我要是下单|yeah right|this ok|that ok|ok well|确认下|确认一下|确认一下下|如果|要是|假如|假设|的话|万一|能不能下单|可以下单吗|if|if i|would it|would that|suppose|assuming|what if|in case|when i|could i order later",
    ),
    (
        Word::Hours,
        "几点开门|几点关门|几点开|几点关|几点打烊|几点下班|开到几点|营业到几点|几点营业|几点开始营业|营业时间|营业时间是什么|什么时候开门|什么时候关门|啥时候开门|啥时候关门|开门了没|开门了吗|开门没|开门没有|开门了没有|开着没|开着吗|还开着吗|还开着没|开了没|关门了没|关门了吗|关门没|打烊了没|打烊了吗|打烊没|还营业吗|营业吗|在营业吗|还在营业吗|营业了吗|营业了没|\
         opening hours|what time do you open|what time do you close|when do you open|when do you close|what time does it open|what time does it close|what time do they open|what time do they close|when does it open|when does it close|when do they open|when do they close|is it open|are they open|are you open|still open|open now|open until when",
    ),
    (
        Word::HowMuch,
        "多少钱|花多少钱|要花多少钱|得花多少钱|总共多少钱|一共要多少钱|要多少钱|得多少钱|花多少|几块|几块钱|多少块|啥价|什么价|什么价格|价格|价钱|怎么卖|要多少|得多少|一共多少|多钱|几多钱|多少|贵不贵|how much|set me back|would set me back|how much is|how much is it|how much would it be|how much would|how much are|how much for|price|the price|the price of|cost|what does it cost|how much does|how much do|what would it cost|total price|would cost|will cost",
    ),
    (
        Word::Correct,
        "不对|不不|不不不|错了|说错了|看错了|我看错了|搞错了|我搞错了|弄错了|点错了|选错了|记错了|写错了|打错了|拿错了|买错了|订错了|my mistake|my bad|我说错了|我是说|我的意思是|不是不是|哦不对|噢不对|啊不对|呃不对|哎不对|诶不对|喔不对|等等不对|哦不|噢不|啊不|no wait|oh wait|wait actually|hmm no|i mean|sorry i mean|i meant|actually no|scratch that|no sorry|oh no|no actually|wait no|no no",
    ),
    (
        Word::No,
        "不|不是|哦不是|噢不是|啊不是|呃不是|不行|不好|不可以|不用|不了|别|no|nope|nah|wrong|thats wrong|incorrect|no thank|not that",
    ),
    (
        Word::Cancel,
        "取消|取消订单|取消掉|取消了|退单|能退吗|能退么|可以退吗|能不能退|退一下|想退|退吧|退掉吧|退了吧|退了它|能撤吗|能撤么|可以撤吗|能不能撤|还能撤吗|还能退吗|还能取消吗|能取消吗|能取消么|可以取消吗|能不能取消|来得及取消吗|退掉它|退一退|给我退了|退订|退款|退掉|退了|退货|撤单|撤了|撤掉|撤了吧|给我撤了|帮我撤了|撤一下|撤销订单|撤销这单|取消刚才的订单|订单取消掉|订单取消了|订单取消掉吧|订单取消|不想要了|不要了|都不要了|全不要了|全都不要了|算了|算了吧|还是算了|算了不要了|不要订单了|作废|清空|清空购物车|全部删掉|重新来|从头来|cancel|cancel it|cancel that|cancel the order|cancel my order|cancel order|cancel everything|cancellation|call it off|call off|call off the order|call off my order|call off that order|call that off|calling it off|cancelling|it cancelled|want it cancelled|i want it cancelled|it canceled|i want it canceled|cancelling it|cancel away|refund|forget it|forget about it|never mind|nevermind|never mind leave it|on second thought never mind|on second thoughts never mind|start over|clear the cart|empty the cart|clear everything|void|abort|changed my mind|change my mind|ive changed my mind|scrap that",
    ),
    (
        Word::Keep,
        "不取消|不取消了|别取消|先别取消|不用取消|不要取消|还是要|留着|保留|留下|dont cancel|do not cancel|keep it|keep the order|keep my order|not cancel",
    ),
];

/// Later, before a word that places an order.
const LATER: &[&str] = &["一会", "一会儿", "待会", "待会儿", "过会", "过会儿", "等下", "回头", "晚点", "晚些", "改天"];
const PLACES: &[&str] = &["下单", "下单吧", "买", "买吧", "订", "订吧", "付款", "付", "确认"];

/// 一会下单, 待会儿再买吧: the order is put off.
pub(crate) fn put_off() -> impl Iterator<Item = String> {
    let joined = |later: &'static str| ["", "再", "就"].into_iter().map(move |join| format!("{later}{join}"));
    let before = LATER.iter().flat_map(move |later| joined(later));
    before.flat_map(|before| PLACES.iter().map(move |places| format!("{before}{places}")))
}
