"""First answers by `Idempotency-Key`, kept in the transaction of the work they answered for."""
