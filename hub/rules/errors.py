"""The one exception for a caller's fault; `api/problems.py` turns its code into a status."""


class HubError(Exception):
    """A caller's fault with a stable `code`.

    code: snake_case and stable, part of the public contract. detail: one sentence for a person. field: where in
    the request, dotted from its root (`body.retry.0`), or None. extra: further members of the problem body; never secrets.
    """

    def __init__(self, code: str, detail: str, *, field: str | None = None, extra: dict | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.field = field
        self.extra = extra or {}
