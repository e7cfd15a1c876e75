"""Tenants, their API keys, and the people who operate them."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from hub.db import new_id


class Tenant(models.Model):
    """Who owns everything else; no row is ever read or written across tenants."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=63, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)


class ApiKey(models.Model):
    """A machine's secret. `hash` is the SHA-256 of the whole token; the token itself is shown once and not kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, models.CASCADE, related_name="keys")
    name = models.CharField(max_length=200)
    hash = models.BinaryField(max_length=32, unique=True)
    hint = models.CharField(max_length=4)
    scopes = ArrayField(models.CharField(max_length=40))
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)


class Operator(AbstractBaseUser):
    """A person who signs in with e-mail (kept in lower case) and password."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    objects = BaseUserManager()


class Membership(models.Model):
    """What an operator may do in one tenant."""

    class Role(models.TextChoices):
        VIEWER = "viewer"
        OPERATOR = "operator"
        ADMIN = "admin"

    operator = models.ForeignKey(Operator, models.CASCADE, related_name="memberships")
    tenant = models.ForeignKey(Tenant, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=8, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operator", "tenant"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=["viewer", "operator", "admin"]), name="membership_role"
            ),
        ]


class Invite(models.Model):
    """A person who may join a tenant. `hash` is the SHA-256 of the token, which is shown once; accepting deletes the row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, models.CASCADE, related_name="invites")
    email = models.EmailField()
    role = models.CharField(max_length=8, choices=Membership.Role.choices)
    hash = models.BinaryField(max_length=32, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tenant", "email"], name="invite_once")]


class RefreshToken(models.Model):
    """One link of a chain of refresh tokens.

    Each use spends the link and makes the next of the same `family`; a spent link that comes again has been
    stolen or copied, and the whole family is revoked.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="refresh_tokens")
    family = models.UUIDField(db_index=True)
    hash = models.BinaryField(max_length=32, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)


class SignInFailures(models.Model):
    """Wrong passwords for one e-mail from one address since `since`; and, under other subjects, how many the audit has noted.

    `subject` is a hash: neither is kept here.
    """

    subject = models.BinaryField(max_length=32, primary_key=True)
    count = models.IntegerField()
    since = models.DateTimeField(db_index=True)
