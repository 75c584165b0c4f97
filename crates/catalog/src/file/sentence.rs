//! What an import error says to a person, in both languages: where it is, what is wrong, what to do.

use domain::language::Language;

use super::error::{Fault, ImportError, Place};

pub(super) fn sentence(error: &ImportError, language: Language) -> String {
    let (place, wrong, cure) =
        (place(&error.place, language), wrong(&error.fault, language), cure(&error.fault, language));
    match language {
        Language::Zh => format!("{place}{wrong}。{cure}。"),
        Language::En => format!("{place}{wrong}. {cure}."),
    }
}

fn place(place: &Place, language: Language) -> String {
    let line = match (place.line, place.column, language) {
        (0, _, _) => String::new(),
        (line, Some(column), Language::Zh) => format!("第 {line} 行第 {column} 列"),
        (line, None, Language::Zh) => format!("第 {line} 行"),
        (line, Some(column), Language::En) => format!("line {line}, column {column}"),
        (line, None, Language::En) => format!("line {line}"),
    };
    let parts = [line, if place.path.is_empty() { String::new() } else { format!("`{}`", place.path) }];
    let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match (said.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Zh) => format!("{}：", said.join("，")),
        (false, Language::En) => format!("{}: ", said.join(", ")),
    }
}

/// What is wrong.
fn wrong(fault: &Fault, language: Language) -> String {
    match language {
        Language::Zh => wrong_zh(fault),
        Language::En => wrong_en(fault),
    }
}

fn wrong_zh(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable { cause } => format!("文件读不下去（{cause}）"),
        Fault::NotUtf8 => "有些字节不是 UTF-8 文字".into(),
        Fault::Syntax { expected, found } if found.is_empty() => format!("文件在这里就断了，应为 {expected}"),
        Fault::Syntax { expected, found } => format!("这里应为 {expected}，却是 `{found}`"),
        Fault::TrailingText => "内容结束之后还有文字".into(),
        Fault::TooDeep { most } => format!("嵌套超过 {most} 层"),
        Fault::UnknownField { name, .. } => format!("没有 `{name}` 这个字段"),
        Fault::MissingField { name } => format!("缺少字段 `{name}`"),
        Fault::RepeatedField { name } => format!("字段 `{name}` 写了两次"),
        Fault::DuplicateId { id } => format!("`{id}` 出现了两次"),
        Fault::Empty => "这里不能为空".into(),
        Fault::TooLong { value, most } => format!("`{value}` 超过 {most} 个字"),
        Fault::TooMany { most } => format!("超过 {most} 个"),
        Fault::OutOfRange { value, least, most } => format!("`{value}` 不是 {least} 到 {most} 之间的整数"),
        Fault::BadId { value } => format!("编号 `{value}` 里有不能用的字符"),
        Fault::BadAdcode { value } => format!("`{value}` 不是行政区划代码"),
        Fault::BadHours { value } => format!("`{value}` 不是营业时间"),
        Fault::BadDegrees { value, most } => format!("`{value}` 不是 -{most} 到 {most} 之间的度数"),
        Fault::UnknownDefault { value, .. } => format!("默认值 `{value}` 不在可选值里"),
        Fault::BadPrice { value } => format!("`{value}` 不是价格"),
        Fault::OtherCurrency { value } => format!("`{value}` 不是人民币"),
        Fault::BadAvailability { value } => format!("`{value}` 不是库存状态"),
        Fault::MissingColumn { name, .. } => format!("缺少 `{name}` 这一列"),
        Fault::RepeatedColumn { name } => format!("`{name}` 这一列出现了两次"),
        Fault::UnequalFields { expected, found } => format!("表头有 {expected} 列，这一行有 {found} 列"),
        Fault::RecordTooLong { most } => format!("这条记录超过 {most} 字节"),
        Fault::EmptyFile => "文件是空的".into(),
    }
}

fn wrong_en(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable { cause } => format!("the file cannot be read further ({cause})"),
        Fault::NotUtf8 => "some bytes are not UTF-8 text".into(),
        Fault::Syntax { expected, found } if found.is_empty() => format!("the file ends where {expected} should be"),
        Fault::Syntax { expected, found } => format!("found `{found}` where {expected} should be"),
        Fault::TrailingText => "there is more text after the end".into(),
        Fault::TooDeep { most } => format!("nested deeper than {most} levels"),
        Fault::UnknownField { name, .. } => format!("there is no field `{name}`"),
        Fault::MissingField { name } => format!("the field `{name}` is missing"),
        Fault::RepeatedField { name } => format!("the field `{name}` is given twice"),
        Fault::DuplicateId { id } => format!("`{id}` is there twice"),
        Fault::Empty => "this must not be empty".into(),
        Fault::TooLong { value, most } => format!("`{value}` has more than {most} characters"),
        Fault::TooMany { most } => format!("there are more than {most}"),
        Fault::OutOfRange { value, least, most } => format!("`{value}` is not a whole number from {least} to {most}"),
        Fault::BadId { value } => format!("the id `{value}` has a character that ids do not have"),
        Fault::BadAdcode { value } => format!("`{value}` is not an administrative code"),
        Fault::BadHours { value } => format!("`{value}` is not opening hours"),
        Fault::BadDegrees { value, most } => format!("`{value}` is not a number of degrees from -{most} to {most}"),
        Fault::UnknownDefault { value, .. } => format!("the default `{value}` is not one of the values"),
        Fault::BadPrice { value } => format!("`{value}` is not a price"),
        Fault::OtherCurrency { value } => format!("`{value}` is not in yuan"),
        Fault::BadAvailability { value } => format!("`{value}` is not an availability"),
        Fault::MissingColumn { name, .. } => format!("the column `{name}` is missing"),
        Fault::RepeatedColumn { name } => format!("the column `{name}` is there twice"),
        Fault::UnequalFields { expected, found } => format!("the header has {expected} columns, this record {found}"),
        Fault::RecordTooLong { most } => format!("this record has more than {most} bytes"),
        Fault::EmptyFile => "the file is empty".into(),
    }
}

/// What to do about it.
pub(super) fn cure(fault: &Fault, language: Language) -> String {
    match language {
        Language::Zh => cure_zh(fault),
        Language::En => cure_en(fault),
    }
}

fn cure_zh(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable { .. } => "请检查文件和磁盘后重试".into(),
        Fault::NotUtf8 => "请把文件另存为 UTF-8 编码".into(),
        Fault::Syntax { .. } | Fault::TrailingText => "请改正这里的 JSON".into(),
        Fault::TooDeep { .. } => "请去掉多余的嵌套".into(),
        Fault::UnknownField { known, .. } => format!("请删去它，或改成其中之一：{}", known.join("、")),
        Fault::MissingField { name } => format!("请补上 `{name}`"),
        Fault::RepeatedField { .. } | Fault::RepeatedColumn { .. } => "请只留一个".into(),
        Fault::DuplicateId { .. } => "请给其中一个换个名字".into(),
        Fault::Empty => "请填写内容，或删去这一项".into(),
        Fault::TooLong { .. } => "请缩短它".into(),
        Fault::TooMany { .. } => "请减少数量，或分成几个文件".into(),
        Fault::OutOfRange { .. } => "请写成这个范围内的整数；金额以分为单位".into(),
        Fault::BadId { .. } => "请去掉空格、换行和斜杠".into(),
        Fault::BadAdcode { .. } => "请写区县的六位代码，例如 \"330106\"".into(),
        Fault::BadHours { .. } => "请写成 \"08:00-23:00\"；全天是 \"00:00-24:00\"".into(),
        Fault::BadDegrees { .. } => "请写成小数，例如 120.123456".into(),
        Fault::UnknownDefault { known, .. } => format!("请改成其中之一：{}", known.join("、")),
        Fault::BadPrice { .. } | Fault::OtherCurrency { .. } => "请写成 \"15.00 CNY\"".into(),
        Fault::BadAvailability { .. } => "请写 in_stock、out_of_stock、preorder 或 backorder".into(),
        Fault::MissingColumn { found, .. } => {
            format!("请按 Google Merchant 的英文列名补上；现有的列：{}", found.join("、"))
        }
        Fault::UnequalFields { .. } => "请检查分隔符；含逗号、制表符或换行的内容要加双引号".into(),
        Fault::RecordTooLong { .. } => "请检查是否有没写完的双引号".into(),
        Fault::EmptyFile => "请检查是不是选错了文件".into(),
    }
}

fn cure_en(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable { .. } => "Check the file and the disk, then try again".into(),
        Fault::NotUtf8 => "Save the file in UTF-8".into(),
        Fault::Syntax { .. } | Fault::TrailingText => "Correct the JSON here".into(),
        Fault::TooDeep { .. } => "Take out what is nested too deep".into(),
        Fault::UnknownField { known, .. } => format!("Remove it, or use one of: {}", known.join(", ")),
        Fault::MissingField { name } => format!("Add `{name}`"),
        Fault::RepeatedField { .. } | Fault::RepeatedColumn { .. } => "Keep one of them".into(),
        Fault::DuplicateId { .. } => "Give one of them another name".into(),
        Fault::Empty => "Fill it in, or remove it".into(),
        Fault::TooLong { .. } => "Shorten it".into(),
        Fault::TooMany { .. } => "Use fewer, or several files".into(),
        Fault::OutOfRange { .. } => "Write a whole number in this range; amounts are in fen".into(),
        Fault::BadId { .. } => "Take out white space, line breaks and slashes".into(),
        Fault::BadAdcode { .. } => "Write the six digits of the district or county, such as \"330106\"".into(),
        Fault::BadHours { .. } => "Write \"08:00-23:00\"; around the clock is \"00:00-24:00\"".into(),
        Fault::BadDegrees { .. } => "Write a decimal number such as 120.123456".into(),
        Fault::UnknownDefault { known, .. } => format!("Use one of: {}", known.join(", ")),
        Fault::BadPrice { .. } | Fault::OtherCurrency { .. } => "Write \"15.00 CNY\"".into(),
        Fault::BadAvailability { .. } => "Write in_stock, out_of_stock, preorder or backorder".into(),
        Fault::MissingColumn { found, .. } => {
            format!("Add it under its Google Merchant name; the columns there are: {}", found.join(", "))
        }
        Fault::UnequalFields { .. } => {
            "Check the separator; put quotation marks around text with commas, tabs or line breaks".into()
        }
        Fault::RecordTooLong { .. } => "Look for a quotation mark that is never closed".into(),
        Fault::EmptyFile => "Check that this is the right file".into(),
    }
}
