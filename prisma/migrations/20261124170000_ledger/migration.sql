CREATE TABLE "operation" (
    "id" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "initiated_by" TEXT NOT NULL,
    "dry_run" BOOLEAN NOT NULL,
    "revisions" TEXT[],
    "plan_digest" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "retry_count" INTEGER NOT NULL,
    "operation" JSONB NOT NULL,
    "result" JSONB,

    CONSTRAINT "operation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "transition" (
    "id" BIGSERIAL NOT NULL,
    "namespace" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transition_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_namespace" TEXT NOT NULL,
    "object_name" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "remote_address" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "operation_started_at_id_idx" ON "operation"("started_at" DESC, "id" DESC);
CREATE INDEX "operation_namespace_name_started_at_id_idx" ON "operation"("namespace", "name", "started_at" DESC, "id" DESC);
CREATE INDEX "operation_unfinished_idx" ON "operation"("started_at") WHERE "finished_at" IS NULL;
CREATE INDEX "transition_at_id_idx" ON "transition"("at" DESC, "id" DESC);
CREATE INDEX "transition_namespace_name_at_id_idx" ON "transition"("namespace", "name", "at" DESC, "id" DESC);
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id" DESC);
CREATE INDEX "audit_entry_actor_at_id_idx" ON "audit_entry"("actor", "at" DESC, "id" DESC);
CREATE INDEX "audit_entry_object_namespace_object_name_at_id_idx" ON "audit_entry"("object_namespace", "object_name", "at" DESC, "id" DESC);

-- The audit trail is append-only, whoever holds the connection.
CREATE FUNCTION "audit_entry_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed or removed';
END;
$$;
CREATE TRIGGER "audit_entry_is_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "audit_entry_is_append_only"();
