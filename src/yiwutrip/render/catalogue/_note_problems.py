"""Doubts about a price note: what was guessed, and what would settle it. Merged into ``problem``'s entries."""

from __future__ import annotations

NOTE_PROBLEMS: dict[str, tuple[str, str]] = {
    "problem.note-several-prices": (
        "有几个价：{value}，先记第一个拿货价，请核对",
        "several prices: {value}; the first that one pays is taken, please check",
    ),
    "problem.note-tiers": (
        "有 {tiers} 档价，先记“{value}”这一档",
        '{tiers:# price step|# price steps}; "{value}" is taken',
    ),
    "problem.note-price-range": (
        "“{value}”是一个范围，没记价格：问清楚是多少",
        '"{value}" is a range, no price is taken: ask which it is',
    ),
    "problem.note-price-unreadable": (
        "价格“{value}”看不清，没记：对着照片重新输一遍",
        'the price "{value}" cannot be read and is not taken: type it again from the picture',
    ),
    "problem.note-price-of-a-lot": (
        "“{value}”可能是这么多件的总价：问清楚一件多少钱",
        '"{value}" may be the price of all of them: ask for the price of one',
    ),
    "problem.note-price-of-a-carton": (
        "“{value}”是一整箱的价：问清楚一箱几个",
        '"{value}" is the price of a carton: ask how many it holds',
    ),
    "problem.note-price-divided": (
        "“{value}”按件算是 {price} 元，请核对",
        '"{value}" makes {price} yuan a piece, please check',
    ),
    "problem.note-price-part-of-a-fen": (
        "价格 {value} 元不到整分，按四舍五入记，原价留在备注里",
        "the price of {value} yuan is no whole number of fen: rounded, the exact one stays in the note",
    ),
    "problem.note-price-guessed": (
        "“{value}”没写单位，猜是价格，请核对",
        '"{value}" has no unit and is taken for the price, please check',
    ),
    "problem.note-price-about": (
        "“{value}”只是大概的价，请问准",
        '"{value}" is a rough price: ask for the exact one',
    ),
    "problem.note-price-foreign": (
        "“{value}”不是人民币，没记价格：问清楚人民币多少",
        '"{value}" is not in yuan, no price is taken: ask for it in yuan',
    ),
    "problem.note-number-unread": (
        "不知道 {value} 说的是什么，没记：价格请写成“12元”",
        "what {value} is for is not clear and nothing is taken: write a price as 12 yuan",
    ),
    "problem.note-several-moq": (
        "有几个起订量：{value}，没记。一行只写一个货",
        "several least orders: {value}; none is taken. Write one article a line",
    ),
    "problem.note-moq-unreadable": (
        "起订量“{value}”不像数量，没记：要 1 或更大的整数",
        'the least order "{value}" is not taken: it has to be a whole number from 1',
    ),
    "problem.note-moq-from-a-range": (
        "“{value}”是数量范围，先当作从头一个数起订",
        '"{value}" is a range of quantities; its low end is taken for the least order',
    ),
    "problem.note-moq-in-cartons": (
        "起订“{value}”按箱算，请核对一箱几个",
        'the least order "{value}" is in cartons: check how many one holds',
    ),
    "problem.note-moq-in-packs": (
        "起订“{value}”按打或按包算，请核对一共几件",
        'the least order "{value}" is in dozens or packs: check how many pieces that makes',
    ),
    "problem.note-said-twice": (
        "数量写了两样：{value}，没记，请核对",
        "the quantity is said in two ways: {value}; none is taken, please check",
    ),
    "problem.note-size-in-millimetres": (
        "箱规“{value}”太大，当作毫米，请核对",
        'the carton size "{value}" is large and taken for millimetres, please check',
    ),
    "problem.note-size-of-a-piece": (
        "“{value}”当作箱规，不过偏小，可能是单件的尺寸，请核对",
        '"{value}" is taken for the carton size, but is small and may be that of the article: please check',
    ),
    "problem.note-weight-of-a-piece": (
        "毛重“{value}”不到一公斤，可能是单件的，请核对",
        'the gross weight "{value}" is under a kilogram and may be that of a piece: please check',
    ),
    "problem.note-count-of-a-carton": (
        "“{value}”当作一箱的数量，请核对",
        '"{value}" is taken for what a carton holds, please check',
    ),
    "problem.note-stall-unsure": (
        "开头的“{value}”当作商位号，请核对",
        '"{value}" at the start is taken for the booth, please check',
    ),
    "problem.note-stall-guessed": (
        "有 {count} 款没写哪家，猜是刚看过的 {value}：不对就写上商位，或用 --stall",
        "{count:# note names|# notes name} no stall; guessed: {value}, just visited. If not, write it or say --stall",
    ),
    "problem.chat-line-unread": (
        "“{value}”没看懂，没有记",
        '"{value}" is not understood and was not taken',
    ),
    "problem.note-too-long": (
        "这条有 {chars} 个字，只读了前 {most} 个，其余原样留在备注里",
        "the note has {chars:# character|# characters}, only the first {most} were read; the rest stays as it is",
    ),
    "problem.chat-sender-unknown": (
        "聊天里的“{value}”不是同行的人：行程里有 {known}",
        '"{value}" in the chat is not one of the party: the trip has {known}',
    ),
}
