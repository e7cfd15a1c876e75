"""Fills an empty Tryton 8.2 database with a small company; runs inside Tryton's own environment.

    python tryton_setup.py DIRECTORY DATABASE USER PASSWORD

Afterwards it has: the company "Hub Demo Ltd" with a chart of accounts and open books, a payment term, the payment
method "Bank transfer", the product `WIDGET` at 25.00 in the category "Goods", the user USER for sales, products and
accounting, and the user `viewer`, who may not even see sales; both have PASSWORD. This file imports nothing of the
hub: it is given to another interpreter. It prints one line per step.
"""

import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any


def step(text: str) -> None:
    """One line of progress for the caller."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def configure(directory: Path, database: str) -> None:
    """Point trytond at an empty SQLite file, before anything of it is imported."""
    os.environ["TRYTOND_DATABASE__URI"] = "sqlite://"
    os.environ["TRYTOND_DATABASE__PATH"] = str(directory)
    (directory / f"{database}.sqlite").touch()


def transact(database: str, work: Callable[[], Any], **context: Any) -> Any:
    """Run `work` as root in a transaction, again when Tryton asks for a lock first; returns its result."""
    from trytond.transaction import Transaction, TransactionError

    extras: dict[str, Any] = {}
    while True:
        with Transaction().start(database, 0, context=context, **extras) as transaction:
            try:
                return work()
            except TransactionError as error:
                transaction.rollback()
                error.fix(extras)


def install(database: str) -> None:
    """Create the tables and load what the modules ship."""
    from trytond import backend
    from trytond.model import ModelStorage
    from trytond.pool import Pool

    # Validating the records that Tryton itself ships is more than half of the time; they are valid.
    validate = ModelStorage.__dict__["_validate"]
    ModelStorage._validate = classmethod(lambda cls, records, field_names=None: None)
    connection = backend.Database(database).connect()
    connection.get_connection().execute("PRAGMA synchronous = OFF")
    connection.init()
    Pool.start()
    Pool(database).init(update=["sale"], lang=["en"], activatedeps=True, indexes=False)
    ModelStorage._validate = validate


def sign_series() -> None:
    """Without its series in the database, a server refuses to serve it."""
    from trytond import __series__
    from trytond.pool import Pool

    configuration = Pool().get("ir.configuration")(1)
    configuration.series = __series__
    configuration.language = "en"
    configuration.save()


def make_company() -> int:
    """The company and its currency; returns the company's id."""
    from trytond.pool import Pool

    pool = Pool()
    Currency = pool.get("currency.currency")
    euro = Currency(name="Euro", symbol="€", code="EUR", numeric_code="978", rounding=Decimal("0.01"))
    euro.rates = [pool.get("currency.currency.rate")(date=date(2020, 1, 1), rate=Decimal(1))]
    euro.save()
    party = pool.get("party.party")(name="Hub Demo Ltd")
    party.save()
    company = pool.get("company.company")(party=party, currency=euro)
    company.save()
    return company.id


def account_of(kind: str) -> Any:
    """The company's first open account of a kind: `receivable`, `payable`, `revenue` or `expense`."""
    from trytond.pool import Pool
    from trytond.transaction import Transaction

    company = Transaction().context["company"]
    domain = [(f"type.{kind}", "=", True), ("company", "=", company), ("closed", "!=", True)]
    return Pool().get("account.account").search(domain)[0]


def make_accounts() -> None:
    """Tryton's universal chart of accounts, and its accounts as the defaults of parties and categories."""
    from trytond.pool import Pool
    from trytond.transaction import Transaction

    pool = Pool()
    Chart = pool.get("account.create_chart", type="wizard")
    template = pool.get("ir.model.data").get_id("account", "account_template_root_en")
    company = Transaction().context["company"]
    session, _, _ = Chart.create()
    Chart.execute(session, {"account": {"company": company, "account_template": template}}, "create_account")
    found = {kind: account_of(kind).id for kind in ("receivable", "payable", "revenue", "expense")}
    properties = {
        "company": company,
        "account_receivable": found["receivable"],
        "account_payable": found["payable"],
        "category_account_revenue": found["revenue"],
        "category_account_expense": found["expense"],
    }
    Chart.execute(session, {"properties": properties}, "create_properties")
    Chart.delete(session)


def make_books() -> None:
    """One long fiscal year, so that the prepared database does not grow old; numbers for its moves and invoices."""
    from trytond.pool import Pool
    from trytond.transaction import Transaction

    pool = Pool()
    company = Transaction().context["company"]
    Sequence = pool.get("ir.sequence.strict")
    Type = pool.get("ir.sequence.type")
    first, last = date(2020, 1, 1), date(2049, 12, 31)
    sequences = {}
    for name in ("Account Move", "Invoice"):
        (kind,) = Type.search([("name", "=", name)])
        sequences[name] = Sequence(name=name, sequence_type=kind, company=company)
        sequences[name].save()
    names = (f"{way}_{what}_sequence" for way in ("out", "in") for what in ("invoice", "credit_note"))
    numbers = dict.fromkeys(names, sequences["Invoice"])
    pool.get("account.fiscalyear")(
        name="Books",
        start_date=first,
        end_date=last,
        company=company,
        move_sequence=sequences["Account Move"],
        invoice_sequences=[pool.get("account.fiscalyear.invoice_sequence")(company=company, **numbers)],
        periods=[pool.get("account.period")(name="Books", start_date=first, end_date=last, type="standard")],
    ).save()
    (journal,) = pool.get("account.journal").search([("type", "=", "cash")], limit=1)
    (cash,) = pool.get("account.account").search([("name", "=", "Cash and Cash Equivalents"), ("type", "!=", None)])
    method = pool.get("account.invoice.payment.method")
    method(name="Bank transfer", company=company, journal=journal, credit_account=cash, debit_account=cash).save()


def make_goods() -> None:
    """A payment term and the product WIDGET."""
    from trytond.pool import Pool

    pool = Pool()
    Term = pool.get("account.invoice.payment_term")
    Line = pool.get("account.invoice.payment_term.line")
    Delta = pool.get("account.invoice.payment_term.line.delta")
    Term(name="30 days", lines=[Line(type="remainder", relativedeltas=[Delta(days=30)])]).save()
    Category = pool.get("product.category")
    category = Category(name="Goods", accounting=True)
    for kind in ("revenue", "expense"):
        setattr(category, f"account_{kind}", account_of(kind))
    category.save()
    (unit,) = pool.get("product.uom").search([("symbol", "=", "u")])
    template = pool.get("product.template")(
        name="Widget",
        code="WIDGET",
        type="goods",
        default_uom=unit,
        sale_uom=unit,
        salable=True,
        list_price=Decimal("25.00"),
        account_category=category,
    )
    template.products = [pool.get("product.product")()]
    template.save()


def make_users(login: str, password: str, company: int) -> None:
    """The user of the hub, and `viewer`, who may not do anything."""
    from trytond.pool import Pool

    pool = Pool()
    ModelData = pool.get("ir.model.data")
    groups = [("sale", "group_sale"), ("party", "group_party_admin")]
    groups += [("product", "group_product_admin"), ("account", "group_account")]
    groups.append(("account_product", "group_account_product_admin"))
    User = pool.get("res.user")
    User.create(
        [
            {
                "name": name,
                "login": name,
                "password": password,
                "companies": [("add", [company])],
                "company": company,
                "groups": [("add", [ModelData.get_id(*group) for group in allowed])],
            }
            for name, allowed in ((login, groups), ("viewer", []))
        ]
    )


def fold_journal(database: str) -> None:
    """Bring SQLite's write-ahead log into the one file that is copied from now on."""
    from trytond import backend

    connection = backend.Database(database).connect().get_connection(autocommit=True)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def main(directory: str, database: str, login: str, password: str) -> None:
    """Build `DIRECTORY/DATABASE.sqlite` in full."""
    # Millions of short-lived objects and next to no cycles: the collector would only cost time.
    gc.disable()
    configure(Path(directory).resolve(), database)
    step("installing the Tryton modules")
    install(database)
    step("opening the company's books")
    transact(database, sign_series)
    company = transact(database, make_company)
    scope = {"company": company, "companies": [company]}
    transact(database, make_accounts, **scope)
    transact(database, make_books, **scope)
    transact(database, make_goods, **scope)
    transact(database, lambda: make_users(login, password, company), **scope)
    fold_journal(database)
    step("database ready")


if __name__ == "__main__":
    main(*sys.argv[1:5])
