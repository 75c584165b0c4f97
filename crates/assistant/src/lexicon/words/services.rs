//! What is asked for beside goods.

use super::Word;

/// Words of each class.
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Track,
        "到哪了|到哪里了|到哪儿了|到哪|送到哪了|送到哪里了|送到哪儿了|到了吗|送到了吗|送到没|送到没有|什么时候到|什么时候能到|什么时候送到|几点到|几点能到|啥时候到|多久到|多久能到|还要多久|还有多久|还没到|怎么还没到|怎么还没送到|怎么还不到|物流|订单状态|我的订单|查订单|查一下订单|查看订单|看看订单|看订单|订单到|进度|骑手|配送员|外卖员|催单|催一下|催催|做好了吗|出餐了吗|出发了吗|发货了吗|\
        where is my order|wheres my order|where is it|track|track my order|track order|tracking|order status|status|status of my order|when will it arrive|when will my order arrive|when does it arrive|when will it get here|when does it get here|when will it be here|when will it come|how long until|has it shipped|has it left|is it on the way|my order|where is my food|wheres my food|how long will it take|when is it coming|courier|rider|eta|check my order|whats the status",
    ),
    (
        Word::Wallet,
        "钱包|银包|銀包|余额|我的余额|账户|还剩多少钱|还有多少钱|剩多少钱|我有多少钱|我的红包|我的券|我的优惠券|有哪些优惠券|有什么优惠券|有几张券|有几张优惠券|有多少优惠券|有多少券|我有什么券|我有哪些券|有券吗|有没有优惠券|有没有券|查余额|查一下余额|优惠券还有|钱还剩多少|还剩多少|卡里还有多少钱|\
        wallet|my wallet|balance|my balance|account balance|my voucher|my coupon|what voucher do i have|which voucher do i have|do i have any voucher|do i have any coupon|do i have a voucher|what coupon do i have|how much money do i have|how much do i have|how much is left|money is left|money left|how much money|how much money have i|have i got left|i have left|left in my account|in my account|my account|any voucher|how many voucher do i have|how many coupon do i have",
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
        "邀请|邀请朋友|邀请好友|邀请码|拉新|拉人|邀请链接|分享给朋友|分享链接|推荐给朋友|邀请有奖|拉朋友|拉个朋友|拉朋友来|介绍朋友|带朋友来|推荐朋友|bring a friend|tell a friend|怎么邀请|怎么邀请朋友|invite|invite a friend|invite friend|invitation|invite code|refer|refer a friend|referral|referral code|invite link|share with friend|share link",
    ),
    (
        Word::Secret,
        "验证码|支付密码|密码|银行卡号|卡号|银行卡|身份证号|安全账户|转账|转钱|汇款|解冻|账户异常|verification code|payment pin|your pin|pin code|password|card number|card and pin|pin|your card|you have won|youve won|you won|security code|bank account|bank card|transfer money|wire money|transfer",
    ),
    (
        Word::Usual,
        "照原样|照原样再来|原样再来|照样再来|照刚才那单|照刚才那单再来|刚才那单再来|再来一份刚才的|跟刚才那单一样|和刚才那单一样|按刚才那单|照刚刚那单|刚刚那单再来|老样子|老规矩|照旧|和上次一样|跟上次一样|同上次|和上回一样|跟上回一样|上次那个|上次的|上回的|上次点的|上次买的|上次一样|再来一单|再来一次|再下一单|再点一次|再买一次|跟昨天一样|和昨天一样|照上次|按上次|重复上次|上一单|上次那单|昨天那个|昨天那份|昨天那单|昨天点的|昨天买的|前天那个|前天点的|上回那个|上次那份|之前点的|之前点过的|以前点的|常喝的|常吃的|常点的|常买的|经常喝的|经常吃的|经常点的|经常买的|平时喝的|平时吃的|平时点的|平时买的|平常喝的|平常吃的|平常点的|平常买的|老点的|爱喝的|爱吃的|喝过的|吃过的|点过的|买过的|之前喝过的|之前喝的|之前吃过的|之前吃的|之前买过的|之前买的|以前喝过的|以前喝的|以前吃过的|以前吃的|以前点过的|以前买过的|以前买的|上次喝过的|上次喝的|上次吃过的|上次吃的|上次点过的|上次买过的|上回喝过的|上回喝的|上回吃过的|上回吃的|上回点过的|上回点的|上回买过的|上回买的|昨天喝过的|昨天喝的|昨天吃过的|昨天吃的|昨天点过的|昨天买过的|前天喝过的|前天喝的|前天吃过的|前天吃的|前天点过的|前天买过的|前天买的|上周喝过的|上周喝的|上周吃过的|上周吃的|上周点过的|上周点的|上周买过的|上周买的|i had last time|i had before|i ordered last time|i ordered before|i got last time|i usually have|i usually get|i usually order|i always have|i always get|i always order|from last time|yesterdays|same as yesterday|what i had last time|what i had before|like last time|the usual|my usual|usual|same as last time|same as before|same order|the same order|reorder|order again|repeat my last order|repeat my order|repeat the order|my last order|last order again|the regular|my regular|same as usual|as usual|what i always have|order the same thing again|order it again|order that again|order the same again|same thing as before",
    ),
];
