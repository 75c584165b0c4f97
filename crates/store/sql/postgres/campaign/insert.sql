INSERT INTO campaign (id, body) SELECT k.id, k.body FROM unnest($1::text[], $2::text[]) AS k (id, body)
