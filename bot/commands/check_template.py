"""What `kamerbot doctor` says of a house's own template for reports."""

from bot.commands.checks import Finding, State
from bot.commands.first_steps import program
from bot.settings import Settings

ABOUT = "report template"


def check_template(settings: Settings) -> Finding | None:
    """Whether reports can be made from the template that is set; nothing where none is."""
    template = settings.report_template
    if template is None:
        return None
    from handlers.reports.document_words import document_words
    from reports.docx_report import TemplateError
    from reports.template_check import try_template

    try:
        try_template(template, document_words("nl"))
    except TemplateError as fault:
        return Finding(
            State.WRONG,
            ABOUT,
            f"KAMERBOT_REPORT_TEMPLATE: no report can be made from it: {fault}",
            f"Mend it, or begin anew with: {program()} template",
        )
    return Finding(State.OK, ABOUT, f"reports can be made from {template}")
