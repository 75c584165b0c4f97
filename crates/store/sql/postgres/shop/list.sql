SELECT id, body FROM shop ORDER BY position, id
