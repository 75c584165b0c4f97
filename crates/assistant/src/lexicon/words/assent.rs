//! What stands beside a yes and changes nothing of it: a list of its own, because a yes spends money.

/// Particles, thanks, haste, who is spoken to, and what only points at the quote. Each is a word of one of the classes.
pub(crate) const BESIDE_YES: &[&str] = &[
    PARTICLES,
    PEOPLE,
    POLITE,
    UNDERSTOOD,
    "现在|现在就|快帮我|快给我|快点帮我|快点给我|麻溜|麻溜的|麻利|麻利点|利索点|赶紧|赶紧的|赶快|快点|快点儿|快些",
    "对了|对了对了|按时送|准时送|准点送|按点送|按时送到|准时送到|就那个点|那个点|就那个点送|那个点送|就这个数|这个数|就按这个数|按这个数|没有了|这个点|就这个点|就这个点送|好看|真好看|漂亮|真漂亮|挺好看|这回|这次|这下|想好了|我想好了|真想好了|定了|说定了|过年|送人|送人去|送礼|没别的了|没有别的了|没别的|好了|行了|够了|就够了|就够|nothing else|done|go on|go on then|thats everything|that is everything",
    "呢个|这个|这个吧|这些|它|它们|就要那个|送这里|送这儿|送那里|送那儿|送到这里|送到这儿|送到那里|送到那儿|就送这里|就送这儿|就送那里|就送那儿|这家|it|this|that|them|those|these|too",
    "都行|都成|都|全|都要|全都|全部|全要|全部都|统统|都是|一起|一块|一块儿|一道|一并|一同|all|both|everything|all of it|them all|all of them|both of them",
    "要|叫|送过来|想要|我要|我想要|就要|来|买|我想|就买|就订|订|点|就点|购买|订购|want|i want|i would like|id like|get|order|buy|to order|to buy|take|have|purchase|place an order",
];

const PARTICLES: &str = "吧|呗|啊|呀|哦|噢|喔|呢|啦|了|嘛|哈|呃|额|喽|咯|哟|呐|嘞|哩|咧|囉|啰|喇|喎|撒|噻|哎|哎呀|那|那就|就|这样|然后|会儿|成|过来|正好|刚好|um|uh|er|erm|hmm|well|just|then|now|and then|the|its|thats|that is|it is";

const PEOPLE: &str = "我|咱|俺|您|小二|老板|老板娘|老板儿|店家|师傅|小伙子|大姐|大哥|大妈|大爷|阿姨|姑娘|帅哥|美女|闺女|同志|大妹子|妹子|大兄弟|兄弟|哥们|老妹|老铁|大叔|大娘|亲|i|dear|my dear|darling|sweetheart|love|young man|young lady|sir|madam|hello dear";

const POLITE: &str = "请|拜托|拜托您|拜托了|拜托你|有劳|有劳了|有劳您|烦请|劳您|打扰了|打扰您|麻烦|麻烦你|麻烦您|谢谢|谢啦|谢谢你|谢谢您|多谢|感谢|太感谢了|非常感谢|十分感谢|劳驾|辛苦|辛苦了|辛苦你了|辛苦您了|唔该|唔该晒|不好意思|没事|没关系|不要紧|帮我|帮忙|帮|给我|给咱|给俺|替我|please|pls|plz|thank|thank you|thank you ever so much|thank you so much|thank you very much|thank a lot|thx|cheer|kindly|for me|for us|你好|您好|新年好|过年好|新年快乐|春节快乐|恭喜发财|hello|hi|hey|happy new year";

const UNDERSTOOD: &str =
    "知道了|我知道了|明白|明白了|了解|了解了|晓得了|懂了|清楚了|got it|noted|understood|i understand";

/// What somebody says while they think, where they go on: 就是下单, "like yes". At the end, 好是好，就是, it holds something back.
pub(crate) const HESITATIONS: &str = "那个|就是|就是说|like|so";

/// What points at one thing.
pub(crate) const POINTING: &str = "这杯|这份|这款|这种|那个|那杯|那份|那款|那种|刚才那个|this one|that one|the one";

/// What says nothing right before words that agree: 也行, 一点没错.
pub(crate) const BEFORE_AGREEMENT: &str = "也|一点";

/// What says nothing right before a wish: 也要，下单.
pub(crate) const BEFORE_WISH: &str = "也";

/// What says nothing right before words that place the order: 还是下单吧, 你帮我下单, "I'll buy it".
pub(crate) const BEFORE_COMMITMENT: &str = "还是|先|可以|你|剩下的|剩下|也|给|ill|do|you can|we can";
