"""The parts of a PDF inside each other, such as the cells in the rows of a table. It loads fpdf2.

fpdf2 itself puts all parts side by side, and a screen reader then cannot tell which heading a cell stands under
(PDF 32000-1, 14.7 and 14.8).
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from fpdf.output import OutputProducer, PDFPage
from fpdf.structure_tree import StructElem, StructureTreeBuilder
from fpdf.syntax import PDFObject


class Header(StructElem):
    """The heading of a column."""

    __slots__ = ("a",)

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.a = "<</O /Table /Scope /Column>>"


class Tree(StructureTreeBuilder):
    """What stands in what; a new part comes inside the part that is open."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[StructElem] = [self.doc_struct_elem]
        self._parts: list[StructElem] = []
        self._marked: Counter[int] = Counter()

    @contextmanager
    def part(self, kind: str, page: int) -> Iterator[None]:
        """Open a part that holds other parts: "/Table", "/TR"."""
        element = StructElem(struct_type=kind, parent=self._open[-1], kids=[], page_number=page)
        self._add(element)
        self._open.append(element)
        yield
        self._open.pop()

    def add_marked_content(
        self,
        page_number: int,
        struct_type: str,
        mcid: int | None = None,
        title: str | None = None,
        alt_text: str | None = None,
    ) -> tuple[StructElem, int]:
        """Add a part that holds what is drawn; fpdf2 calls this."""
        place = self.spid_per_page_number.setdefault(page_number, len(self.spid_per_page_number))
        element = (Header if struct_type == "/TH" else StructElem)(
            struct_type=struct_type,
            parent=self._open[-1],
            kids=[] if mcid is None else [mcid],
            page_number=page_number,
            title=title,
            alt=alt_text,
        )
        self._add(element)
        self.struct_tree_root.parent_tree.nums[place].append(element)
        self._marked[page_number] += 1
        return element, place

    def next_mcid_for_page(self, page_number: int) -> int:
        """The number of the next thing that is drawn on a page."""
        return self._marked[page_number]

    def __iter__(self) -> Iterator[PDFObject]:
        yield self.struct_tree_root
        yield self.doc_struct_elem
        yield self.struct_tree_root.parent_tree
        yield from self._parts

    def set_pages(self, pages: list[PDFPage]) -> None:
        """Say of every part on which page it is."""
        for element in self._parts:
            number = element.page_number()
            element.pg = None if number is None else pages[number - 1]  # type: ignore[assignment]

    def _add(self, element: StructElem) -> None:
        self._open[-1].k.append(element)
        self._parts.append(element)


class TreeProducer(OutputProducer):
    """Writes a PDF whose parts are in a ``Tree``."""

    def _add_structure_tree(self) -> PDFObject | None:
        tree = self.fpdf.struct_builder
        assert isinstance(tree, Tree)
        tree.set_pages([thing for thing in self.pdf_objs if isinstance(thing, PDFPage)])
        return super()._add_structure_tree()
