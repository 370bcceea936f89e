"""Forms as HTML: one label, hint and place for an error a field. What may not be empty is checked in the page."""

from html import escape

from adapters.web.render import Viewer, card
from bot.conversation.card import Card
from bot.conversation.form import ChoiceField, DateField, Form, FormField, TextField
from bot.wording import _

FEW = 6  # single choices up to this many are shown as radio buttons


def form(shown: Form, viewer: Viewer) -> str:
    """The inside of a dialog. `data-payload` comes back with the values."""
    intro = card(Card(blocks=shown.intro), viewer) if shown.intro else ""
    fields = "".join(_field(field, f"f{number}") for number, field in enumerate(shown.fields))
    # what is only shown has nothing to be cancelled
    close = f'<button type="button" class="button plain" data-close>{_e(_("Cancel"))}</button>'
    cancel = close if shown.fields else ""
    return (
        f'<form class="form" novalidate autocomplete="off" data-payload="{_e(shown.payload)}">'
        f'<h2 class="dialog-title" id="dialog-title">{_e(shown.title)}</h2>{intro}'
        f'<p class="error form-error" role="alert" hidden></p>{fields}'
        f'<div class="dialog-buttons">{cancel}'
        f'<button type="submit" class="button primary">{_e(shown.submit)}</button></div></form>'
    )


def _field(field: FormField, id_: str) -> str:
    if isinstance(field, ChoiceField) and (field.several or len(field.choices) <= FEW):
        return _group(field, id_)
    optional = "" if field.required else f' <span class="optional">{_e(_("optional"))}</span>'
    return _row(
        field, f'<label for="{id_}">{_e(field.label)}{optional}</label>{_hint(field, id_)}{_input(field, id_)}', id_
    )


def _group(field: ChoiceField, id_: str) -> str:
    # boxes may be left empty anyway
    optional = "" if field.required or field.several else f' <span class="optional">{_e(_("optional"))}</span>'
    kind = "checkbox" if field.several else "radio"
    choices = "".join(
        f'<label class="choice"><input type="{kind}" name="{_e(field.name)}" value="{_e(choice.value)}"'
        f"{' checked' if choice.value in field.value else ''}><span>{_e(choice.label)}</span></label>"
        for choice in field.choices
    )
    inner = f'<legend>{_e(field.label)}{optional}</legend>{_hint(field, id_)}<div class="choices">{choices}</div>'
    return _row(field, inner, id_, tag="fieldset")


def _row(field: FormField, inner: str, id_: str, *, tag: str = "div") -> str:
    missing = f' data-missing="{_e(_missing(field))}"' if field.required else ""
    several = " data-several" if isinstance(field, ChoiceField) and field.several else ""
    group = f' aria-describedby="{_described(field, id_)}"' if tag == "fieldset" else ""
    return (
        f'<{tag} class="field" data-field="{_e(field.name)}"{missing}{several}{group}>{inner}'
        f'<p class="error" id="{id_}-error" hidden></p></{tag}>'
    )


def _input(field: FormField, id_: str) -> str:
    shared = f'id="{id_}" name="{_e(field.name)}" aria-describedby="{_described(field, id_)}"'
    if field.required:
        shared += ' aria-required="true"'
    match field:
        case TextField(long=True):
            # a textarea swallows the first line break after its tag
            return f'<textarea {shared} rows="5" maxlength="{field.max_length}">\n{_e(field.value)}</textarea>'
        case TextField():
            return f'<input type="text" {shared} maxlength="{field.max_length}" value="{_e(field.value)}">'
        case DateField():
            value = field.value.isoformat() if field.value else ""
            return f'<input type="date" {shared} value="{value}">'
        case ChoiceField():
            options = "".join(
                f'<option value="{_e(choice.value)}"{" selected" if choice.value in field.value else ""}>'
                f"{_e(choice.label)}</option>"
                for choice in field.choices
            )
            return f'<select {shared}><option value="">{_e(_("Choose …"))}</option>{options}</select>'


def _hint(field: FormField, id_: str) -> str:
    return f'<p class="hint" id="{id_}-hint">{_e(field.hint)}</p>' if field.hint else ""


def _described(field: FormField, id_: str) -> str:
    return f"{id_}-hint {id_}-error" if field.hint else f"{id_}-error"


def _missing(field: FormField) -> str:
    match field:
        case TextField():
            return _("Please fill this in.")
        case DateField():
            return _("Please pick a date.")
        case ChoiceField():
            return _("Please choose.")


def _e(text: str) -> str:
    return escape(text, quote=True)
