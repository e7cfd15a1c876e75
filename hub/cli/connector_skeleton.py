"""What `hub connector new` writes: a small manifest that is right as it stands, with a word on each part."""

SKELETON = """\
# A connector: one system, described. docs/connectors.md explains each part; check this file with `hub connector check`.
name: NAME                      # as the file is called
title: Name of the system
description: What it is and what can be done with it here.
docs:                           # the vendor's pages this rests on: look everything up, guess nothing
  - {title: API reference, url: "https://example.com/docs/api"}
tested_against:                 # shape: a double made from the pages; system: the thing itself, with its version
  - {kind: shape, against: a double made from the pages above}

# Leave base_url out if each connection has an address of its own. {{config.x}} is filled in.
base_url: https://{{config.account}}.example.com/api/v1
config:                         # JSON Schema: what a connection says besides its credentials
  required: [account]
  properties:
    account: {type: string, pattern: "^[a-z0-9-]+$", description: the account's name in the address}

auth:                           # one or more; a connection chooses by `auth` in its credentials, the first by default
  token:
    kind: bearer                # or api_key, basic, oauth2_client_credentials, oauth2_authorization_code, oauth2_jwt_bearer
    description: A token from the system's settings.

headers: {Accept: application/json}   # with each request

limits:                         # what the system allows, and the headers in which it says how much is left
  - name: minute
    description: requests of one token in a minute
    calls: 60
    window_s: 60
    remaining: {name: X-RateLimit-Remaining}
retry_after: {name: Retry-After}      # seconds, unless `unit:` says otherwise

errors:                         # JSON pointers into an error's body
  message: [/error/message]
  code: [/error/code]
  fields:
    - {items: /error/fields, name: [/field], message: /message}
  rules:                        # what statuses alone do not say; the first that fits decides
    - {status: 409, code: already_exists, category: duplicate}

# A request that must succeed if address and credentials are right, and changes nothing.
check: {path: /me}

operations:
  ticket.create:
    title: Create a ticket
    description: Creates a ticket that carries the job's id as its external id.
    safety: by_search           # idempotent, by_key, by_search or unsafe: what makes a second call safe
    input:                      # JSON Schema
      required: [subject]
      properties:
        subject: {type: string, minLength: 1, maxLength: 200, description: one line}
        text: {type: string, description: the rest}
    request:
      method: POST
      path: /tickets
      body:
        subject: "{{input.subject}}"
        text: "{{input.text?}}" # `?`: left out when it is not given
    reference: {body: /external_id}       # where the job's id goes: body, header or query
    returns: {pointer: /ticket, id: /id}  # where in the answer the record is, and its id
    find:                       # how the hub looks, after a lost answer, for what it has done
      request:
        path: /tickets
        query: {external_id: "{{reference}}"}
      items: /tickets
      match: [{pointer: /external_id}]
    examples:
      - {subject: It does not start}

  ticket.read:
    title: Read a ticket
    description: One ticket by its id.
    safety: idempotent
    input:
      required: [id]
      properties: {id: {type: string, minLength: 1, description: the ticket's id}}
    request: {path: "/tickets/{{input.id}}"}
    returns: {pointer: /ticket, id: /id}
    examples: [{id: "7"}]

  ticket.list:
    title: List tickets
    description: Tickets, newest first.
    safety: idempotent
    request: {path: /tickets}
    returns: {kind: list, pointer: /tickets, id: /id}
    paging: {style: page, parameter: page, first: 1, size_parameter: per_page, size: 50}
    examples: [{limit: 10}]
"""
