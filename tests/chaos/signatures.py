"""Every request verified with the library that receivers use, while its timestamp is fresh."""

import time

from standardwebhooks import Webhook, WebhookVerificationError

from tests.chaos.model import SLACK_S, Endpoint, Model, Signer
from tests.chaos.moods import Moody, Seen


class Signatures:
    """checked: requests that were looked at. problems: what is wrong, in words."""

    def __init__(self, model: Model, receiver: Moody) -> None:
        self._model, self._receiver = model, receiver
        self._known: dict[str, Webhook] = {}
        self.checked = 0
        self.problems: list[str] = []

    def check(self, *, all_of_them: bool = False) -> None:
        """Look at what has come by now; what came in the last moments only when nothing is rotated any more."""
        settled = time.time() - (0 if all_of_them else 2 * SLACK_S)
        seen = self._receiver.seen
        while self.checked < len(seen) and seen[self.checked].at <= settled:
            self._check(seen[self.checked])
            self.checked += 1

    def _check(self, seen: Seen) -> None:
        endpoint = self._model.endpoints[seen.path]
        signed = [signer for signer in endpoint.signers if self._verifies(signer, seen)]
        missing = [signer for signer in endpoint.signers if signer not in signed and surely(signer, seen.second)]
        foreign = [signer for signer in signed if not possibly(signer, seen.second)]
        if not signed or missing or foreign:
            text = f"{len(signed)} of our secrets, {len(missing)} missing, {len(foreign)} not live"
            self.problems.append(
                f"{seen.path} {seen.event} at {seen.second}: signed with {text}; {_ages(endpoint, seen)}"
            )

    def _verifies(self, signer: Signer, seen: Seen) -> bool:
        webhook = self._known.setdefault(signer.text, Webhook(signer.text))
        try:
            webhook.verify(seen.request.body, seen.request.headers)
        except WebhookVerificationError:
            return False
        return True


def surely(signer: Signer, second: int) -> bool:
    """Whether it was live for certain in an attempt that began in that second."""
    return signer.shown.ended + SLACK_S <= second and second + 1 <= signer.sure_until


def possibly(signer: Signer, second: int) -> bool:
    """Whether it may have been."""
    return signer.shown.began - 1 <= second <= signer.gone_after + SLACK_S


def _ages(endpoint: Endpoint, seen: Seen) -> str:
    return ", ".join(
        f"since {signer.shown.began - seen.second:+.1f} s until {signer.sure_until - seen.second:+.1f} s"
        for signer in endpoint.signers
    )
