"""Taking actions back."""

ENTRIES: dict[str, tuple[str, str]] = {
    "undo.done": ("已撤回 {time} 的 {verb}：{subject}", "Taken back: {verb} of {time}: {subject}"),
    "undo.would": ("会撤回 {time} 的 {verb}：{subject}", "Would take back: {verb} of {time}: {subject}"),
    "undo.field-article": ("品名", "article"),
    "undo.field-stall": ("商位", "stall"),
    "undo.field-price_fen": ("单价", "price"),
    "undo.field-moq": ("起订量", "MOQ"),
    "undo.field-carton_qty": ("装箱数", "pieces a carton"),
    "undo.field-carton_cm": ("箱规", "carton size"),
    "undo.field-weight_g": ("样重（克）", "weight, g"),
    "undo.field-fee_fen": ("样费", "fee"),
    "undo.field-deposit_fen": ("押金", "deposit"),
    "undo.field-return_by": ("归还日期", "return by"),
    "undo.field-status": ("状态", "status"),
    "undo.field-fragile": ("易碎", "fragile"),
    "undo.field-pieces": ("件数", "pieces"),
    "undo.field-box": ("箱", "box"),
    "undo.field-note": ("备注", "note"),
    "undo.field-material": ("材质", "material"),
}
