"""Templates to self-contained pages: everything escaped, style sheets inside, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from yiwutrip.domain.words import Lang

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from yiwutrip.domain.words import Words

HTML_LANG = {Lang.ZH: "zh-CN", Lang.EN: "en"}


def render_page(
    template: str, words: Words, values: Mapping[str, object], filters: Mapping[str, Callable[..., object]]
) -> bytes:
    """Fill a template of this package; what comes from people is escaped, whatever it holds."""
    environment = Environment(
        loader=PackageLoader("yiwutrip.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(filters)
    environment.filters["css_string"] = css_string
    environment.globals["css"] = lambda name: Markup(_source(environment, name))  # noqa: S704 - our own style sheets
    page = environment.get_template(template).render(words=words, html_lang=HTML_LANG[words.lang], **values)
    # A lone half of a surrogate pair, which no encoding can write, must not cost the whole page.
    return page.encode("utf-8", errors="replace")


def css_string(text: str) -> Markup:
    """
    Text as a string inside a style sheet.

    HTML escapes mean nothing there, and ``</style>`` would end it; everything but letters and digits is written as its
    code point (CSS Syntax Level 3, section 4.3.7).
    """
    return Markup('"{}"').format(
        Markup("").join(sign if sign.isalnum() else Markup(f"\\{ord(sign):x} ") for sign in text)  # noqa: S704 - hexadecimal digits
    )


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]
