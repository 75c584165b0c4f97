//! What joins words, what is only polite, what asks.

use super::Word;

/// Words of each class.
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Filler,
        "个数一样|个数不变|数量一样|数量不变|数目一样|数目不变|份数一样|份数不变|doable|is it doable|is that doable|比一比|下酒|下饭|解馋|解渴|垫肚子|填肚子|配饭吃|再补一单|补一单|年夜饭|团年饭|年饭|团圆饭|怕是|恐怕|恐怕是|比比|比比看|对比一下|比较一下|我手上|手上|手头上|so|you can|you can find|u can find|you can get|u can get|u|we can|after all|穿|是穿|要穿|戴|按时送|准时送|准点送|按点送|按时送到|准时送到|就那个点|那个点|就那个点送|那个点送|就这个数|这个数|就按这个数|按这个数|请|用银行卡付|用银行卡付款|用银行卡支付|银行卡付|银行卡付款|刷银行卡|刷卡|刷卡付|pay by bank card|pay with my bank card|pay by card|pay with my card|没事|再说一遍|再说一次|重复一遍|我再说一遍|一上午|一下午|一晚上|一整天|大半天|好半天|拜托|拜托您|拜托了|拜托你|有劳|有劳了|有劳您|烦请|劳您|冒昧|打扰|打扰了|打扰您|太感谢了|非常感谢|十分感谢|办年货|办点年货|置办年货|备年货|没关系|不要紧|进去|进来|快帮我|快给我|快点帮我|快点给我|挑|拣|挑个|请问|地址不对|地址错了|地址写错了|地址填错了|地址有误|改地址|改一下地址|换个地址|换地址|送那儿|送那里|送到那儿|送到那里|送这儿|送这里|送到这儿|送到这里|就送那儿|就送那里|一起|一块|一块儿|一道|一并|一同|个月大|个月了|月大|月了|岁了|周岁|麻烦|麻烦你|麻烦您|谢谢|谢啦|谢谢你|谢谢您|多谢|感谢|劳驾|辛苦|辛苦了|辛苦你了|辛苦您了|唔该|唔该晒|不该|你好啊|帮我|帮忙|给我|给咱|给俺|替我|跟我|\
        吧|呗|啊|呀|哦|噢|喔|呢|啦|了|嘛|哈|呃|额|那个啥|就是|就是说|然后|那|那就|这样|就|也|我|我们|咱|咱们|俺|你|您|小二|老板|老板娘|店家|师傅|小伙子|大姐|大哥|大妈|大爷|阿姨|姑娘|帅哥|美女|闺女|同志|\
        一下|一下子|帮|的话就|先|现在就|今天|我在|可不可以|能不能|能|可以给我|能给我|可以帮我|能帮我|给|里|里面|家|家的|店|店里|店里的|这家|那家|人多|外卖|订单|单子|订单里|购物车|购物车里|\
        一点点|一点点儿|半点|半点儿|一丁点|一丁点儿|没有了|还在|以后都这样|以后都这么点|每次都这样|这个点|就这个点|就这个点送|反了|说反了|搞反了|弄反了|想好了|我想好了|真想好了|定了|说定了|送人去|记着|记着啊|记好|你记一下|简单点|简单些|下午茶|茶歇|好看|真好看|漂亮|真漂亮|挺好看|这回|这次|这下|馅儿|馅儿的|馅的|馅|阿拉|伊拉|知道了|我知道了|记住了|记住啊|记住哦|帮我记住|帮我记一下|请记住|别忘了|明白|明白了|了解|了解了|晓得了|懂了|清楚了|告诉|告诉我|跟我说|问问|问一下|问下|打听一下|打听下|就问问|来不及了|临时有事|有事|突然有事|兜里|手头|手里|身上|口袋里|太远|太远了|有点远|但是|但|不过|可是|其实|写|写个|附|附上|用券|用优惠券|用上优惠券|用红包|把|将|分别|是要|算|还是|味|味的|口味的|装|一点|一点儿|点儿|些|一些|有点|想|想着|觉得|好了|行了|这边|还|本来|原来|原本|打算|准备|希望|计划|决定|所以|因为|现在|重新|一定|必须|同时|而且|于是|自己|正好|刚好|恰好|点错了|点错|下错了|爱吃|最爱吃|就爱吃|喜欢吃|最喜欢吃|就喜欢吃|爱喝|最爱喝|就爱喝|喜欢喝|买错了|拍错了|订错了|选错了|不小心|手滑|哎呀|哎|唉|哎哟|不好意思|抱歉|够了|就够了|就够|过来|过去|上来|卡片|卡片上|贺卡上|蛋糕上|上面|没别的了|没有别的了|没别的|别的不要了|其他不要了|没了|喇|喎|囉|啰|同款|同款的|同型号|同型号的|同一款|同一款的|撒|噻|嘞|哩|咧|咯|喽|哟|呐|称|对了|对了对了|打包|打包带走|帮我打包|都在|都在呢|都在家|太多|太多了|多了多了|太多了太多了|有点多了|太少|太少了|吃不完|喝不完|吃不了|喝不了|用不完|不够吃|不够分|麻溜|麻溜的|麻利|麻利点|利索点|赶紧|赶紧的|赶快|快点|快点儿|快些|有个|有一个|坏了|贴坏了|摔裂|摔裂了|摔裂喽|摔碎了|摔坏|碎屏了|摔坏了|用坏了|弄丢了|碎了|裂了|断了|天冷|天热|天气冷|天气热|太冷了|太热了|天冷了|天热了|大妹子|妹子|大兄弟|兄弟|哥们|老妹|老铁|大叔|大娘|亲|不够|不太够|不够用|家里有|家里还有|家里有了|已经有了|我有了|那边|咳得厉害|疼得厉害|厉害|难受|不舒服|过年|过年用|过年吃|过生日|过生日用|过节|过寿|走亲戚|招待客人|请客|送人|送礼|炒菜|做菜|烧菜|做饭|烧饭|煮饭|开演|开演的|开场|开场的|开始的|开映|开映的|放映|会儿|老板儿|你们|你们家|您这|您家|你家|\
        ha|po|leh|lor|hor|lah|yah|innit|got it|noted|for the same phone|for the same model|for the same device|the same phone|same phone|same model|the same model|same phone model|showing|the showing|screening|the screening|remember that|please remember that|please remember|remember this|keep that in mind|please keep that in mind|bear that in mind|dont forget|understood|i understand|i see|made a mistake|i made a mistake|tell|tell me|just tell me|let me know|yet|something came up|something has come up|came up|plans have changed|i am not home|too far|its too far|thats too far|but|however|please|pls|plz|thank|thank you|thank you ever so much|thank you so much|thank you very much|thank a lot|thx|cheer|kindly|hi there|um|uh|er|erm|hmm|well|so|just|then|now|also please|like|actually|maybe|for me|for us|me|us|we|my|i|you|your|\
        the|is|are|be|was|it is|its|thats|do|does|have you got|in|on|at|for|from|by|to be|would be|will|can|could|could you|can you|would you|some|any|that is|there|today|order of|as|too|use my voucher|use the voucher|use my coupon|im|ive|ill|id|and then|shop|store|flavor|flavored|style|kind|kind of|sort of|one for|please can i|if possible|if you can|possible|sorry|ordered by mistake|by mistake|nothing else|go on|go on then|done|caught a cold|have a cold|got a cold|has a cold|ive caught a cold|to arrive|arriving|to be there|youve got|you have got|you got|you have|on offer|on the menu|on second thought|on second thoughts|out of|we are out of|were out of|ran out of|run out of|running out of|for the new year|for new year|for the lunar new year|new year|lunar new year|for spring festival|for the party|for the holiday|thats everything|that is everything|any more|anymore|my mistake|you can find|you can get|because|going to|planning to|plan to|hoping for|must|definitely|myself|would|wrong address|the address is wrong|change the address|change my address|dear|my dear|darling|sweetheart|love|young man|young lady|sir|madam|hello dear",
    ),
    (Word::Of, "的|嘅|of|之"),
    (Word::And, "和|跟|与|以及|加上|还有|同|并|并且|带上|and|n|together with|along with|then"),
    (Word::Or, "或者|或是|或者是|或|要么|要不然就是|or"),
    (
        Word::With,
        "w|带有|用|配|配上|蘸|蘸着|淋|淋上|抹|抹点|抹上|抹个|涂|涂点|涂上|夹|夹点|夹上|浇|浇点|拌|拌点|落|要加|加了|with|served with|in a",
    ),
    (
        Word::Help,
        "帮助|你能帮我做什么|能帮我做什么|能帮我做些什么|都能帮我做些什么|都能帮我做什么|能帮我干什么|能帮我干嘛|能帮我干些什么|能做什么|能做些什么|都能做什么|都能做些什么|会做什么|会做些什么|都会做什么|都会什么|会什么|能帮什么忙|能帮我什么|有什么本事|有什么用|有什么用处|都有什么功能|能为我做什么|能干些什么|都能干什么|都能干嘛|怎么用你|怎么用这个|怎么用|怎么点|怎么买|怎么下单|怎么点单|怎么操作|你会什么|你能做什么|你能干什么|你能干嘛|你是谁|你是什么|有什么功能|能干什么|能干嘛|使用说明|教我|教教我|怎么弄|不会用|客服|人工|人工客服|help|help me|what do you do|what can you do for me|what can you help with|what can you help me with|how can you help|how can you help me|what are you able to do|what can i ask you|what can i ask|what can i do here|what do you offer|what are you for|how do i order|how do i use|how does it work|how does this work|what can you do|who are you|what are you|instruction|how to order|how to use|support|customer service|human|agent",
    ),
    (
        Word::Greet,
        "师傅好|老板好|亲好|大家好|我好|你好|您好|你好呀|哈喽|哈啰|嗨|嘿|喂|在吗|在不在|在么|早上好|早安|上午好|中午好|下午好|晚上好|早|新年好|过年好|新年快乐|春节快乐|恭喜发财|happy new year|hello|hello there|hi|hey|hey there|good morning|good afternoon|good evening|how is it going|hows it going|how are you|how are you doing|how do you do|whats up|happy new year|greeting|howdy|yo|morning|evening",
    ),
    (
        Word::Question,
        "点落单|点下单|点付款|点买单|点样下单|点样落单|点样付款|点样买单|吗|么|嘛|什么|哪个|哪种|哪家|谁家|哪|哪里|几|几个|几时|怎么|怎样|如何|为什么|是不是|是否|好不好|行不行|有没|?|how|why|who|when|where|can i|could i|should i|is it|is that|are you",
    ),
];
