"""Why a block has its role, and why blocks are one article, in lines for a person to read.

While a page is read nothing is kept but the votes. The rest is worked out when somebody asks: which role
came next, and how much of the lead the neighbourhood gave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from banmian.heuristics import FOLLOWS
from banmian.labelling import HOPELESS, NEIGHBOURHOOD, UNSPOKEN
from banmian.model import ASSEMBLY, Role
from banmian.reading.lines import line_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from banmian.model import Article, Block, Sheet, Vote

QUOTED = 36  #: characters of a line that are shown


def explain_block(block: Block) -> str:
    """The winner, the runner-up, the margin, every vote with its reason, the neighbourhood's share."""
    own = ballot(block)
    rival = runner_up(block)
    if rival:
        lead = f"margin {block.margin:+.1f} over {rival}"
    elif far := _far_behind(own, block.role):
        lead = f"margin {HOPELESS:+.1f} or more, the next by votes is {far}"
    else:
        lead = "no other role in question"
    lines = [f"{block.role}  ({lead})  {block.text.strip()[:QUOTED]}"]
    first = [block.role, rival]
    own.sort(key=lambda vote: (first.index(vote.role) if vote.role in first else 2, -vote.weight, vote.by))
    lines += [_row(vote) for vote in own]
    if rival and Role.PARAGRAPH in first:
        lines.append(f"  {UNSPOKEN:+5.1f}  {Role.PARAGRAPH:<13}  to begin with, as every block")
    lines += [_row(vote) for vote in block.votes if vote.by == NEIGHBOURHOOD]
    sums = tally(own)
    if rival and block.role in sums:
        lead_of_votes = sums[block.role] - sums.get(rival, 0.0)
        lines.append(
            f"  of the margin: votes {lead_of_votes:+.1f} ({block.role} {sums[block.role]:.1f}, "
            f"{rival} {sums.get(rival, 0.0):.1f}), neighbourhood {block.margin - lead_of_votes:+.1f}"
        )
    lines += [f"  assembly: {vote.reason}" for vote in block.votes if vote.by == ASSEMBLY]
    return printable(lines)


def explain_article(article: Article) -> str:
    """Why these blocks are one article, and why this headline was given to this body."""
    lines = [article.headline or "(no headline)"]
    for index in article.blocks if article.sheet else ():
        block = article.sheet.blocks[index]  # type: ignore[union-attr]
        lines.append(f"  line {line_of(block):>3}  {block.role:<13}  {block.text.strip()[:QUOTED]}")
        lines += [f"              {vote.reason}" for vote in block.votes if vote.by == ASSEMBLY]
    lines += [
        f"  page {part.page or '?':>3}  goes on: {part.reason}" for part in article.parts if part.reason
    ]
    return printable(lines)


def printable(lines: Iterable[str]) -> str:
    """The lines as text that does nothing to a terminal: what is no character of print is written out."""
    return "\n".join([line if line.isprintable() else "".join(map(_written, line)) for line in lines])


def _written(character: str) -> str:
    if character.isprintable() or category(character) == "Zs":
        return character
    return ascii(character)[1:-1]


def line_of(block: Block) -> int:
    """The line of the page that a block begins on, counted from 1."""
    return line_number(block.sheet.text, block.span.start)


def ballot(block: Block) -> list[Vote]:
    """What the heuristics said about a block."""
    return [vote for vote in block.votes if vote.by not in (NEIGHBOURHOOD, ASSEMBLY)]


def tally(votes: Iterable[Vote]) -> dict[Role, float]:
    """What votes add up to, for each role that can still win."""
    sums = {Role.PARAGRAPH: UNSPOKEN}
    for vote in votes:
        sums[vote.role] = sums.get(vote.role, 0.0) + vote.weight
    least = max(sums.values()) - HOPELESS
    return {role: total for role, total in sums.items() if total >= least}


def runner_up(block: Block) -> Role | None:
    """The role that was next best for a block when all else is chosen as well as it can be."""
    sheet = block.sheet
    if sheet.standings is None:
        sheet.standings = standings(sheet)
    totals: Mapping[Role, float] = sheet.standings[block.index]
    rivals = [role for role in totals if role is not block.role]
    return max(rivals, key=lambda role: (totals[role], role), default=None)


def _far_behind(votes: Sequence[Vote], winner: Role) -> Role | None:
    """The role that others voted for most, where none comes near the winner."""
    sums = {Role.PARAGRAPH: UNSPOKEN}
    for vote in votes:
        sums[vote.role] = sums.get(vote.role, 0.0) + vote.weight
    return max(sums.keys() - {winner}, key=lambda role: (sums[role], role), default=None)


def standings(sheet: Sheet) -> list[Mapping[Role, float]]:
    """For each role of each block the sum of the best sequence that has it there."""
    tallies = [tally(ballot(block)) for block in sheet.blocks]
    found: list[Mapping[Role, float]] = list(tallies)
    inside = [
        i for i, sums in enumerate(tallies) if max(sums, key=lambda r: (sums[r], r)) is not Role.ARTIFACT
    ]
    gains = FOLLOWS if sheet.gains is None else sheet.gains
    ahead: Sequence[Mapping[Role, float]] = _sums([tallies[i] for i in inside], gains, forward=True)
    behind = _sums([tallies[i] for i in reversed(inside)], gains, forward=False)
    for i, there, back in zip(inside, ahead, reversed(behind), strict=True):
        found[i] = {role: there[role] + back[role] - tallies[i][role] for role in tallies[i]}
    return found


def _sums(
    tallies: Sequence[Mapping[Role, float]],
    gains: Mapping[tuple[Role | None, Role | None], float],
    *,
    forward: bool,
) -> list[dict[Role, float]]:
    """The best sum of all blocks up to each, itself included, walking down the page or up."""
    sums: list[dict[Role, float]] = []
    last: Mapping[Role, float] | Mapping[None, float] = {None: 0.0}
    for here in tallies:
        now = {
            role: score
            + max(
                total + gains.get((other, role) if forward else (role, other), 0.0)
                for other, total in last.items()
            )
            for role, score in here.items()
        }
        sums.append(now)
        last = now
    return sums


def _row(vote: Vote) -> str:
    return f"  {vote.weight:+5.1f}  {vote.role:<13}  {vote.by}: {vote.reason}"
