
-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "memberNumber" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "name" TEXT NOT NULL,
    "email" TEXT,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "phone" TEXT,
    "phoneVerifiedAt" TIMESTAMPTZ(3),
    "passwordHash" TEXT,
    "birthDate" DATE,
    "gender" TEXT,
    "category" TEXT,
    "validUntil" TIMESTAMPTZ(3),
    "guardianName" TEXT,
    "guardianPhone" TEXT,
    "consentVersion" TEXT,
    "consentAt" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL DEFAULT 'id',
    "emailNotices" BOOLEAN NOT NULL DEFAULT true,
    "blockedAt" TIMESTAMPTZ(3),
    "blockedUntil" TIMESTAMPTZ(3),
    "blockedReason" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "erasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "memberId" UUID NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "memberId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "issuedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "validUntil" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "failureCount" INTEGER NOT NULL,
    "windowFrom" TIMESTAMPTZ(3) NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Title" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "authors" TEXT[],
    "isbn" TEXT,
    "publisher" TEXT,
    "year" INTEGER,
    "language" TEXT NOT NULL,
    "subjects" TEXT[],
    "description" TEXT,
    "coverHash" TEXT,
    "currentContentId" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT,
    "loanPeriod" TEXT,
    "pickupWindow" TEXT,
    "renewalLimit" INTEGER,
    "renewalWindow" TEXT,
    "lendingChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "borrowCount" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "Title_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TitleSearch" (
    "titleId" UUID NOT NULL,
    "document" tsvector NOT NULL,
    "phrase" TEXT NOT NULL,

    CONSTRAINT "TitleSearch_pkey" PRIMARY KEY ("titleId")
);

-- CreateTable
CREATE TABLE "Content" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "titleId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "objectKey" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "pages" INTEGER NOT NULL,
    "pageWidth" DOUBLE PRECISION,
    "pageHeight" DOUBLE PRECISION,
    "normalisedObjectKey" TEXT,
    "normalisedSizeBytes" BIGINT,
    "normalisedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "Content_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cover" (
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "Cover_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "librarianId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "contentType" TEXT NOT NULL,
    "objectKey" TEXT NOT NULL,
    "s3UploadId" TEXT NOT NULL,
    "partSizeBytes" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'uploading',
    "inspection" JSONB,
    "refusalCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UploadPart" (
    "uploadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "etag" TEXT NOT NULL,

    CONSTRAINT "UploadPart_pkey" PRIMARY KEY ("uploadId","number")
);

-- CreateTable
CREATE TABLE "Licence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "titleId" UUID NOT NULL,
    "model" TEXT NOT NULL DEFAULT 'perpetual',
    "checkoutsLimit" INTEGER,
    "expiresAt" TIMESTAMPTZ(3),
    "priceRupiah" BIGINT,
    "vendor" TEXT,
    "orderNumber" TEXT,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Licence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Copy" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "titleId" UUID NOT NULL,
    "licenceId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "retiringAt" TIMESTAMPTZ(3),
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Copy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CopyUse" (
    "id" UUID NOT NULL,
    "titleId" UUID NOT NULL,
    "licenceId" UUID NOT NULL,
    "licenceModel" TEXT NOT NULL DEFAULT 'perpetual',
    "copyId" UUID,
    "kind" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CopyUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Loan" (
    "id" UUID NOT NULL,
    "titleId" UUID NOT NULL,
    "memberId" UUID,
    "pseudonym" UUID,
    "state" TEXT NOT NULL DEFAULT 'active',
    "borrowedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedReason" TEXT,
    "renewalCount" INTEGER NOT NULL DEFAULT 0,
    "firstOpenedAt" TIMESTAMPTZ(3),
    "lastOpenedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Loan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hold" (
    "id" UUID NOT NULL,
    "titleId" UUID NOT NULL,
    "memberId" UUID,
    "pseudonym" UUID,
    "queueNumber" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "offerId" UUID,
    "readyAt" TIMESTAMPTZ(3),
    "readyUntil" TIMESTAMPTZ(3),
    "suspendedAt" TIMESTAMPTZ(3),
    "suspendedUntil" TIMESTAMPTZ(3),
    "missedCount" INTEGER NOT NULL DEFAULT 0,
    "endedAt" TIMESTAMPTZ(3),
    "endedReason" TEXT,
    "fulfilledLoanId" UUID,

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turnaway" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "titleId" UUID NOT NULL,
    "memberId" UUID,
    "pseudonym" UUID,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Turnaway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LendingEvent" (
    "id" BIGSERIAL NOT NULL,
    "titleId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "librarianId" UUID,
    "channel" TEXT NOT NULL,
    "loanId" UUID,
    "holdId" UUID,
    "copyId" UUID,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "LendingEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "actorId" UUID,
    "actorKind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Policy" (
    "id" SERIAL NOT NULL,
    "loanPeriod" TEXT NOT NULL,
    "loanLimit" INTEGER NOT NULL,
    "holdLimit" INTEGER NOT NULL,
    "pickupWindow" TEXT NOT NULL,
    "renewalLimit" INTEGER NOT NULL,
    "renewalWindow" TEXT NOT NULL,
    "retention" TEXT NOT NULL,
    "unverifiedLimits" JSONB,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CategoryPolicy" (
    "category" TEXT NOT NULL,
    "loanPeriod" TEXT,
    "loanLimit" INTEGER,
    "holdLimit" INTEGER,
    "pickupWindow" TEXT,
    "renewalLimit" INTEGER,
    "renewalWindow" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "CategoryPolicy_pkey" PRIMARY KEY ("category")
);

-- CreateTable
CREATE TABLE "Reading" (
    "memberId" UUID NOT NULL,
    "titleId" UUID NOT NULL,
    "deviceId" TEXT NOT NULL,
    "deviceName" TEXT,
    "position" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("memberId","titleId","deviceId")
);

-- CreateTable
CREATE TABLE "SavedTitle" (
    "memberId" UUID NOT NULL,
    "titleId" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "SavedTitle_pkey" PRIMARY KEY ("memberId","titleId")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "memberId" UUID NOT NULL,
    "titleId" UUID,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "validUntil" TIMESTAMPTZ(3),
    "attemptCount" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "lastError" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "abandonedAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outage" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "creditedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Outage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskRun" (
    "task" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "finishedAt" TIMESTAMPTZ(3),
    "facts" JSONB NOT NULL DEFAULT '{}',
    "error" TEXT,

    CONSTRAINT "TaskRun_pkey" PRIMARY KEY ("task","dueAt")
);

-- CreateTable
CREATE TABLE "VisitorToday" (
    "day" DATE NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "VisitorToday_pkey" PRIMARY KEY ("day","hash")
);

-- CreateTable
CREATE TABLE "VisitDay" (
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "VisitDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "VisitSalt" (
    "day" DATE NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "VisitSalt_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "BorrowingMonth" (
    "month" DATE NOT NULL,
    "memberId" UUID NOT NULL,
    "loanCount" INTEGER NOT NULL,

    CONSTRAINT "BorrowingMonth_pkey" PRIMARY KEY ("month","memberId")
);

-- CreateTable
CREATE TABLE "Maintenance" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shownFrom" TIMESTAMPTZ(3) NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "Maintenance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffLook" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "librarianId" UUID NOT NULL,
    "titleId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),

    CONSTRAINT "StaffLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_memberNumber_key" ON "Member"("memberNumber");

-- CreateIndex
CREATE INDEX "Member_role_idx" ON "Member"("role");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- CreateIndex
CREATE INDEX "Session_lastUsedAt_idx" ON "Session"("lastUsedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_secretHash_key" ON "PasswordReset"("secretHash");

-- CreateIndex
CREATE INDEX "PasswordReset_memberId_idx" ON "PasswordReset"("memberId");

-- CreateIndex
CREATE INDEX "RateLimit_windowFrom_idx" ON "RateLimit"("windowFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Title_currentContentId_key" ON "Title"("currentContentId");

-- CreateIndex
CREATE INDEX "TitleSearch_document_idx" ON "TitleSearch" USING GIN ("document");

-- CreateIndex
CREATE UNIQUE INDEX "Content_objectKey_key" ON "Content"("objectKey");

-- CreateIndex
CREATE UNIQUE INDEX "Content_normalisedObjectKey_key" ON "Content"("normalisedObjectKey");

-- CreateIndex
CREATE INDEX "Content_titleId_idx" ON "Content"("titleId");

-- CreateIndex
CREATE UNIQUE INDEX "Upload_objectKey_key" ON "Upload"("objectKey");

-- CreateIndex
CREATE INDEX "Upload_state_touchedAt_idx" ON "Upload"("state", "touchedAt");

-- CreateIndex
CREATE INDEX "Licence_titleId_idx" ON "Licence"("titleId");

-- CreateIndex
CREATE UNIQUE INDEX "Licence_id_titleId_key" ON "Licence"("id", "titleId");

-- CreateIndex
CREATE UNIQUE INDEX "Licence_id_titleId_model_key" ON "Licence"("id", "titleId", "model");

-- CreateIndex
CREATE INDEX "Copy_titleId_idx" ON "Copy"("titleId");

-- CreateIndex
CREATE UNIQUE INDEX "Copy_id_licenceId_key" ON "Copy"("id", "licenceId");

-- CreateIndex
CREATE INDEX "CopyUse_titleId_until_idx" ON "CopyUse"("titleId", "until");

-- CreateIndex
CREATE UNIQUE INDEX "CopyUse_id_titleId_key" ON "CopyUse"("id", "titleId");

-- CreateIndex
CREATE INDEX "Loan_memberId_borrowedAt_idx" ON "Loan"("memberId", "borrowedAt");

-- CreateIndex
CREATE INDEX "Loan_titleId_borrowedAt_idx" ON "Loan"("titleId", "borrowedAt");

-- CreateIndex
CREATE INDEX "Loan_borrowedAt_id_idx" ON "Loan"("borrowedAt", "id");

-- CreateIndex
CREATE INDEX "Loan_endedAt_idx" ON "Loan"("endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Loan_id_titleId_key" ON "Loan"("id", "titleId");

-- CreateIndex
CREATE INDEX "Hold_memberId_placedAt_idx" ON "Hold"("memberId", "placedAt");

-- CreateIndex
CREATE INDEX "Hold_endedAt_idx" ON "Hold"("endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Hold_titleId_queueNumber_key" ON "Hold"("titleId", "queueNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Hold_offerId_titleId_key" ON "Hold"("offerId", "titleId");

-- CreateIndex
CREATE INDEX "Turnaway_titleId_at_idx" ON "Turnaway"("titleId", "at");

-- CreateIndex
CREATE INDEX "Turnaway_at_idx" ON "Turnaway"("at");

-- CreateIndex
CREATE INDEX "Turnaway_memberId_idx" ON "Turnaway"("memberId");

-- CreateIndex
CREATE INDEX "LendingEvent_titleId_id_idx" ON "LendingEvent"("titleId", "id");

-- CreateIndex
CREATE INDEX "LendingEvent_loanId_idx" ON "LendingEvent"("loanId");

-- CreateIndex
CREATE INDEX "LendingEvent_holdId_idx" ON "LendingEvent"("holdId");

-- CreateIndex
CREATE INDEX "LendingEvent_at_idx" ON "LendingEvent"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_subjectId_idx" ON "AuditEntry"("subject", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "Message_memberId_createdAt_idx" ON "Message"("memberId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Message_key_channel_key" ON "Message"("key", "channel");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Outage_from_key" ON "Outage"("from");

-- CreateIndex
CREATE INDEX "TaskRun_task_startedAt_idx" ON "TaskRun"("task", "startedAt");

-- CreateIndex
CREATE INDEX "Maintenance_until_idx" ON "Maintenance"("until");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Title" ADD CONSTRAINT "Title_currentContentId_fkey" FOREIGN KEY ("currentContentId") REFERENCES "Content"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TitleSearch" ADD CONSTRAINT "TitleSearch_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Content" ADD CONSTRAINT "Content_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadPart" ADD CONSTRAINT "UploadPart_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Licence" ADD CONSTRAINT "Licence_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Copy" ADD CONSTRAINT "Copy_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Copy" ADD CONSTRAINT "Copy_licenceId_titleId_fkey" FOREIGN KEY ("licenceId", "titleId") REFERENCES "Licence"("id", "titleId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CopyUse" ADD CONSTRAINT "CopyUse_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CopyUse" ADD CONSTRAINT "CopyUse_licenceId_titleId_licenceModel_fkey" FOREIGN KEY ("licenceId", "titleId", "licenceModel") REFERENCES "Licence"("id", "titleId", "model") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CopyUse" ADD CONSTRAINT "CopyUse_copyId_licenceId_fkey" FOREIGN KEY ("copyId", "licenceId") REFERENCES "Copy"("id", "licenceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Loan" ADD CONSTRAINT "Loan_id_titleId_fkey" FOREIGN KEY ("id", "titleId") REFERENCES "CopyUse"("id", "titleId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Loan" ADD CONSTRAINT "Loan_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Loan" ADD CONSTRAINT "Loan_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_offerId_titleId_fkey" FOREIGN KEY ("offerId", "titleId") REFERENCES "CopyUse"("id", "titleId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_fulfilledLoanId_titleId_fkey" FOREIGN KEY ("fulfilledLoanId", "titleId") REFERENCES "Loan"("id", "titleId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turnaway" ADD CONSTRAINT "Turnaway_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turnaway" ADD CONSTRAINT "Turnaway_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LendingEvent" ADD CONSTRAINT "LendingEvent_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedTitle" ADD CONSTRAINT "SavedTitle_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedTitle" ADD CONSTRAINT "SavedTitle_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BorrowingMonth" ADD CONSTRAINT "BorrowingMonth_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

