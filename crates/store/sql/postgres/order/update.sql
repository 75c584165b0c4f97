UPDATE "order" AS o
SET state = k.state, captured = k.captured, refunded = k.refunded, refund_due = k.refund_due,
    changed_at = k.changed_at, awaited = k.awaited
FROM unnest(
    $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::boolean[], $7::bigint[], $8::smallint[]
) AS k (id, state, captured, refunded, refund_due, changed_at, awaited)
WHERE o.shard = $1 AND o.id = k.id
