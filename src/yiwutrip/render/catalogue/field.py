"""What people call the fields of a record, wherever one is told by itself."""

ENTRIES: dict[str, tuple[str, str]] = {
    "field.article": ("品名", "article"),
    "field.stall": ("商位", "stall"),
    "field.price_fen": ("单价", "price"),
    "field.moq": ("起订量", "MOQ"),
    "field.carton_qty": ("装箱数", "pieces a carton"),
    "field.carton_cm": ("箱规", "carton size"),
    "field.weight_g": ("样重（克）", "weight, g"),
    "field.fee_fen": ("样费", "fee"),
    "field.deposit_fen": ("押金", "deposit"),
    "field.return_by": ("归还日期", "return by"),
    "field.status": ("状态", "status"),
    "field.fragile": ("易碎", "fragile"),
    "field.pieces": ("件数", "pieces"),
    "field.box": ("箱", "box"),
    "field.note": ("备注", "note"),
    "field.material": ("材质", "material"),
    "field.added": ("新增", "added"),
    "field.updated": ("更新", "updated"),
}
