"""Re-encrypting everything that is sealed under the newest key, so that older ones can be taken away.

What is sealed is known by its field (`vault.SealedField`), in whichever model, so that no column is forgotten. Values are
changed one by one with compare-and-swap: nothing is locked, a rotation may be killed and started again, and what somebody
writes meanwhile wins. A value is left alone when it is under the newest key already.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps

from hub import db, vault
from hub.vault import SealedField, VaultError

BATCH = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column of sealed values. context: before the row's id, in what binds a value to its row."""

    table: str
    column: str
    key: str
    context: str

    @property
    def name(self) -> str:
        """`table.column`."""
        return f"{self.table}.{self.column}"


@dataclass(slots=True)
class Count:
    """What became of a column's values. changed: written by somebody else meanwhile. failed: they cannot be opened."""

    resealed: int = 0
    changed: int = 0
    failed: int = 0


def columns() -> list[Column]:
    """Every sealed column there is."""
    return sorted(
        (
            Column(model._meta.db_table, field.column, model._meta.pk.column, field.context)
            for model in apps.get_models()
            for field in model._meta.local_fields
            if isinstance(field, SealedField)
        ),
        key=lambda column: column.name,
    )


def keys_in_use() -> dict[str, dict[str, int]]:
    """How many values each key seals: column → key id → count."""
    found = {}
    for column in columns():
        # Byte 2 is the length of the key's id, which follows (vault.py).
        sql = f"""
            SELECT convert_from(substring({column.column}, 3, get_byte({column.column}, 1)), 'UTF8'), count(*)
            FROM {column.table} WHERE {column.column} IS NOT NULL GROUP BY 1
        """
        found[column.name] = dict(db.rows(sql))
    return found


def rotate(*, batch: int = BATCH, told: Callable[[Column, Count], None] | None = None) -> dict[str, Count]:
    """Reseal whatever is under an older key; counts by column. told: called after each batch with the count so far."""
    counts: dict[str, Count] = {}
    for column in columns():
        count = counts[column.name] = Count()
        for rows in _older(column, batch):
            for row_id, sealed in rows:
                _reseal(column, row_id, bytes(sealed), count)
            if told is not None:
                told(column, count)
    return counts


def _older(column: Column, batch: int) -> Iterator[list[tuple]]:
    """Batches of (id, value) in the order of their ids, of values that are not under the newest key."""
    after = "00000000-0000-0000-0000-000000000000"
    header = vault.newest_header()
    sql = f"""
        SELECT {column.key}, {column.column} FROM {column.table}
        WHERE {column.key} > %(after)s AND {column.column} IS NOT NULL
            AND substring({column.column}, 1, %(length)s) <> %(header)s
        ORDER BY {column.key} LIMIT %(batch)s
    """
    params = {"length": len(header), "header": header, "batch": batch}
    while rows := db.rows(sql, params | {"after": after}):
        yield rows
        after = rows[-1][0]


def _reseal(column: Column, row_id: object, sealed: bytes, count: Count) -> None:
    context = f"{column.context}:{row_id}".encode()
    try:
        value = vault.seal(vault.open(sealed, context=context), context=context)
    except VaultError:
        count.failed += 1
        return
    sql = f"UPDATE {column.table} SET {column.column} = %s WHERE {column.key} = %s AND {column.column} = %s"
    if db.execute(sql, (value, row_id, sealed)):
        count.resealed += 1
    else:
        count.changed += 1
