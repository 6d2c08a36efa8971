"""The demonstration."""

ENTRIES: dict[str, tuple[str, str]] = {
    "demo.told": (
        "演示：导入 {stalls} 家商位，三天排进 {planned} 家",
        "Told: {stalls:# stall|# stalls} imported, {planned} planned for three days",
    ),
    "demo.walked": (
        "看了 {seen} 家，{shut} 家没开门，记了 {samples} 款样品",
        "{seen:# was|# were} seen, {shut} found shut, {samples:# sample|# samples} logged",
    ),
    "demo.invented": (
        "人名、商户、价格、样品都是编的。",
        "People, suppliers, prices and samples are invented.",
    ),
    "demo.papers": ("打开看看：", "To open:"),
}
