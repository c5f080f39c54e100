using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Selection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Column by column with its check: added afterwards, the checks would have EF make the table anew outside the transaction.
            migrationBuilder.Sql(
                """
                ALTER TABLE "SupervisorCards" ADD COLUMN "CheckToken" TEXT COLLATE BINARY NULL CONSTRAINT "CK_SupervisorCards_CheckToken_Length" CHECK (length([CheckToken]) <= 136);
                ALTER TABLE "SupervisorCards" ADD COLUMN "CheckTokenHash" TEXT COLLATE BINARY NULL CONSTRAINT "CK_SupervisorCards_CheckTokenHash_Length" CHECK (length([CheckTokenHash]) <= 44);
                ALTER TABLE "SupervisorCards" ADD COLUMN "ClosedOn" TEXT NULL;
                ALTER TABLE "SupervisorCards" ADD COLUMN "IssuedOn" TEXT NULL;
                ALTER TABLE "SupervisorCards" ADD COLUMN "LostOn" TEXT NULL;
                ALTER TABLE "SupervisorCards" ADD COLUMN "Reason" TEXT COLLATE BINARY NULL CONSTRAINT "CK_SupervisorCards_Reason_Length" CHECK (length([Reason]) <= 200);
                ALTER TABLE "SupervisorCards" ADD COLUMN "Replaces" TEXT NULL;
                ALTER TABLE "SupervisorCards" ADD COLUMN "ReportedOn" TEXT NULL;
                ALTER TABLE "SupervisorCards" ADD COLUMN "Term" TEXT NULL;
                """);

            migrationBuilder.CreateTable(
                name: "AppointmentLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Term = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false, collation: "BINARY"),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VoidReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppointmentLetters", x => x.Id);
                    table.CheckConstraint("CK_AppointmentLetters_Number_Length", "length([Number]) <= 50");
                    table.CheckConstraint("CK_AppointmentLetters_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_AppointmentLetters_VoidReason_Length", "length([VoidReason]) <= 200");
                    table.ForeignKey(
                        name: "FK_AppointmentLetters_Appointments_Term",
                        column: x => x.Term,
                        principalTable: "Appointments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppointmentLetters_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DismissalCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Term = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 8048, nullable: false, collation: "BINARY"),
                    Sanction = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    DecidingBody = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    Document = table.Column<string>(type: "TEXT", maxLength: 448, nullable: true, collation: "BINARY"),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Serious = table.Column<bool>(type: "INTEGER", nullable: true),
                    NoGoodReason = table.Column<bool>(type: "INTEGER", nullable: true),
                    DeclaredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    DraftedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HearingUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 8048, nullable: true, collation: "BINARY"),
                    StatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 8048, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DismissalCases", x => x.Id);
                    table.CheckConstraint("CK_DismissalCases_DecidedHasDay", "[State] NOT IN ('CertificateReturn', 'Closed') OR ([DecidedOn] IS NOT NULL AND [EffectiveOn] IS NOT NULL)");
                    table.CheckConstraint("CK_DismissalCases_DecidingBody_Length", "length([DecidingBody]) <= 100");
                    table.CheckConstraint("CK_DismissalCases_Document_Length", "length([Document]) <= 448");
                    table.CheckConstraint("CK_DismissalCases_Facts_Length", "length([Facts]) <= 8048");
                    table.CheckConstraint("CK_DismissalCases_FourEyes", "[ApprovedBy] IS NULL OR [ApprovedBy] <> [ProposedBy]");
                    table.CheckConstraint("CK_DismissalCases_Ground_Length", "length([Ground]) <= 32");
                    table.CheckConstraint("CK_DismissalCases_Number_Length", "length([Number]) <= 20");
                    table.CheckConstraint("CK_DismissalCases_Reason_Length", "length([Reason]) <= 8048");
                    table.CheckConstraint("CK_DismissalCases_Sanction_Length", "length([Sanction]) <= 32");
                    table.CheckConstraint("CK_DismissalCases_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_DismissalCases_Statement_Length", "length([Statement]) <= 8048");
                    table.ForeignKey(
                        name: "FK_DismissalCases_Appointments_Term",
                        column: x => x.Term,
                        principalTable: "Appointments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DismissalCases_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupChanges",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    To = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupChanges", x => new { x.AppointmentId, x.Sequence });
                    table.CheckConstraint("CK_GroupChanges_From_Length", "length([From]) <= 32");
                    table.CheckConstraint("CK_GroupChanges_Reason_Length", "length([Reason]) <= 500");
                    table.CheckConstraint("CK_GroupChanges_To_Length", "length([To]) <= 32");
                    table.ForeignKey(
                        name: "FK_GroupChanges_Appointments_AppointmentId",
                        column: x => x.AppointmentId,
                        principalTable: "Appointments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IntroductionLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true, collation: "BINARY"),
                    Agency = table.Column<Guid>(type: "TEXT", nullable: false),
                    Activity = table.Column<Guid>(type: "TEXT", nullable: true),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sensitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    PreparedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntroductionLetters", x => x.Id);
                    table.CheckConstraint("CK_IntroductionLetters_Days", "[ValidTo] >= [ValidFrom]");
                    table.CheckConstraint("CK_IntroductionLetters_FourEyes", "[ApprovedBy] IS NULL OR [ApprovedBy] <> [PreparedBy]");
                    table.CheckConstraint("CK_IntroductionLetters_Matter_Length", "length([Matter]) <= 200");
                    table.CheckConstraint("CK_IntroductionLetters_Note_Length", "length([Note]) <= 500");
                    table.CheckConstraint("CK_IntroductionLetters_Serial_Length", "length([Serial]) <= 20");
                    table.CheckConstraint("CK_IntroductionLetters_State_Length", "length([State]) <= 32");
                    table.ForeignKey(
                        name: "FK_IntroductionLetters_Activities_Activity",
                        column: x => x.Activity,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IntroductionLetters_Agencies_Agency",
                        column: x => x.Agency,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecruitmentBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Announcement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TakesApplications = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakesRecommendations = table.Column<bool>(type: "INTEGER", nullable: false),
                    Alignment = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    CohortEndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Reopened = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecruitmentBatches", x => x.Id);
                    table.CheckConstraint("CK_RecruitmentBatches_Alignment_Length", "length([Alignment]) <= 32");
                    table.CheckConstraint("CK_RecruitmentBatches_Announcement_Length", "length([Announcement]) <= 4000");
                    table.CheckConstraint("CK_RecruitmentBatches_Days", "[ClosesOn] >= [OpensOn] OR [State] <> 'Draft'");
                    table.CheckConstraint("CK_RecruitmentBatches_Number_Length", "length([Number]) <= 20");
                    table.CheckConstraint("CK_RecruitmentBatches_Reason_Length", "length([Reason]) <= 500");
                    table.CheckConstraint("CK_RecruitmentBatches_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_RecruitmentBatches_Title_Length", "length([Title]) <= 100");
                });

            migrationBuilder.CreateTable(
                name: "LetterBearers",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CardNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterBearers", x => new { x.LetterId, x.Person });
                    table.CheckConstraint("CK_LetterBearers_CardNumber_Length", "length([CardNumber]) <= 20");
                    table.ForeignKey(
                        name: "FK_LetterBearers_IntroductionLetters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "IntroductionLetters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LetterBearers_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Batch = table.Column<Guid>(type: "TEXT", nullable: false),
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false, collation: "BINARY"),
                    IdNumber = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true, collation: "BINARY"),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true, collation: "BINARY"),
                    District = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    WorkUnit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    Occupation = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true, collation: "BINARY"),
                    Group = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    ChannelNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Motivation = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    SupplementBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FailedCondition = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    PassProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IdNumberHash = table.Column<string>(type: "TEXT", maxLength: 44, nullable: true, collation: "BINARY"),
                    LinkHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                    table.CheckConstraint("CK_Applications_Channel_Length", "length([Channel]) <= 32");
                    table.CheckConstraint("CK_Applications_ChannelNote_Length", "length([ChannelNote]) <= 500");
                    table.CheckConstraint("CK_Applications_District_Length", "length([District]) <= 32");
                    table.CheckConstraint("CK_Applications_FailedCondition_Length", "length([FailedCondition]) <= 32");
                    table.CheckConstraint("CK_Applications_FullName_Length", "length([FullName]) <= 50");
                    table.CheckConstraint("CK_Applications_Group_Length", "length([Group]) <= 32");
                    table.CheckConstraint("CK_Applications_IdNumber_Length", "length([IdNumber]) <= 120");
                    table.CheckConstraint("CK_Applications_IdNumberHash_Length", "length([IdNumberHash]) <= 44");
                    table.CheckConstraint("CK_Applications_LinkHash_Length", "length([LinkHash]) <= 64");
                    table.CheckConstraint("CK_Applications_Motivation_Length", "length([Motivation]) <= 2000");
                    table.CheckConstraint("CK_Applications_Occupation_Length", "length([Occupation]) <= 50");
                    table.CheckConstraint("CK_Applications_Phone_Length", "length([Phone]) <= 128");
                    table.CheckConstraint("CK_Applications_Receipt_Length", "length([Receipt]) <= 20");
                    table.CheckConstraint("CK_Applications_Sex_Length", "length([Sex]) <= 32");
                    table.CheckConstraint("CK_Applications_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_Applications_WorkUnit_Length", "length([WorkUnit]) <= 100");
                    table.ForeignKey(
                        name: "FK_Applications_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Applications_RecruitmentBatches_Batch",
                        column: x => x.Batch,
                        principalTable: "RecruitmentBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PublicNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Batch = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true, collation: "BINARY"),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    PreparedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CountedDays = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedUnit = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    StartDayCounted = table.Column<bool>(type: "INTEGER", nullable: false),
                    RawLastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CalendarKnown = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysOffSkipped = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicNotices", x => x.Id);
                    table.CheckConstraint("CK_PublicNotices_CountedUnit_Length", "length([CountedUnit]) <= 32");
                    table.CheckConstraint("CK_PublicNotices_Days", "[State] NOT IN ('Published', 'Concluded') OR ([LastDay] IS NOT NULL AND [LastDay] > [PublishedOn] AND [CountedDays] >= 5)");
                    table.CheckConstraint("CK_PublicNotices_DaysOffSkipped_Length", "length([DaysOffSkipped]) <= 4000");
                    table.CheckConstraint("CK_PublicNotices_FourEyes", "[ApprovedBy] IS NULL OR [ApprovedBy] <> [ProposedBy]");
                    table.CheckConstraint("CK_PublicNotices_Number_Length", "length([Number]) <= 50");
                    table.CheckConstraint("CK_PublicNotices_Reason_Length", "length([Reason]) <= 500");
                    table.CheckConstraint("CK_PublicNotices_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_PublicNotices_Text_Length", "length([Text]) <= 2000");
                    table.CheckConstraint("CK_PublicNotices_Title_Length", "length([Title]) <= 200");
                    table.ForeignKey(
                        name: "FK_PublicNotices_RecruitmentBatches_Batch",
                        column: x => x.Batch,
                        principalTable: "RecruitmentBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationEvents",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4048, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationEvents", x => new { x.ApplicationId, x.Sequence });
                    table.CheckConstraint("CK_ApplicationEvents_Note_Length", "length([Note]) <= 4048");
                    table.CheckConstraint("CK_ApplicationEvents_State_Length", "length([State]) <= 32");
                    table.ForeignKey(
                        name: "FK_ApplicationEvents_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConditionChecks",
                columns: table => new
                {
                    Condition = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Method = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: true, collation: "BINARY"),
                    CheckedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConditionChecks", x => new { x.ApplicationId, x.Condition });
                    table.CheckConstraint("CK_ConditionChecks_Condition_Length", "length([Condition]) <= 32");
                    table.CheckConstraint("CK_ConditionChecks_Method_Length", "length([Method]) <= 500");
                    table.CheckConstraint("CK_ConditionChecks_Note_Length", "length([Note]) <= 2048");
                    table.CheckConstraint("CK_ConditionChecks_Result_Length", "length([Result]) <= 32");
                    table.ForeignKey(
                        name: "FK_ConditionChecks_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TermProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Application = table.Column<Guid>(type: "TEXT", nullable: true),
                    Term = table.Column<Guid>(type: "TEXT", nullable: true),
                    Group = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false, collation: "BINARY"),
                    RecordClearOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: true, collation: "BINARY"),
                    Granted = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermProposals", x => x.Id);
                    table.CheckConstraint("CK_TermProposals_DecisionReason_Length", "length([DecisionReason]) <= 2048");
                    table.CheckConstraint("CK_TermProposals_Group_Length", "length([Group]) <= 32");
                    table.CheckConstraint("CK_TermProposals_Kind_Length", "length([Kind]) <= 32");
                    table.CheckConstraint("CK_TermProposals_Reason_Length", "length([Reason]) <= 2048");
                    table.CheckConstraint("CK_TermProposals_State_Length", "length([State]) <= 32");
                    table.ForeignKey(
                        name: "FK_TermProposals_Applications_Application",
                        column: x => x.Application,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TermProposals_Appointments_Term",
                        column: x => x.Term,
                        principalTable: "Appointments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitRecommendations",
                columns: table => new
                {
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true, collation: "BINARY"),
                    RecommendedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitRecommendations", x => new { x.ApplicationId, x.Unit });
                    table.CheckConstraint("CK_UnitRecommendations_CreditCode_Length", "length([CreditCode]) <= 18");
                    table.CheckConstraint("CK_UnitRecommendations_Unit_Length", "length([Unit]) <= 100");
                    table.ForeignKey(
                        name: "FK_UnitRecommendations_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoticeEntries",
                columns: table => new
                {
                    Application = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeEntries", x => new { x.NoticeId, x.Application });
                    table.CheckConstraint("CK_NoticeEntries_Outcome_Length", "length([Outcome]) <= 32");
                    table.ForeignKey(
                        name: "FK_NoticeEntries_Applications_Application",
                        column: x => x.Application,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeEntries_PublicNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "PublicNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Notice = table.Column<Guid>(type: "TEXT", nullable: false),
                    Application = table.Column<Guid>(type: "TEXT", nullable: false),
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    ObjectorName = table.Column<string>(type: "TEXT", maxLength: 248, nullable: true, collation: "BINARY"),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 848, nullable: true, collation: "BINARY"),
                    Content = table.Column<string>(type: "TEXT", maxLength: 8048, nullable: false, collation: "BINARY"),
                    LodgedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Late = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 8048, nullable: true, collation: "BINARY"),
                    Reply = table.Column<string>(type: "TEXT", maxLength: 8048, nullable: true, collation: "BINARY"),
                    RepliedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.CheckConstraint("CK_Objections_Contact_Length", "length([Contact]) <= 848");
                    table.CheckConstraint("CK_Objections_Content_Length", "length([Content]) <= 8048");
                    table.CheckConstraint("CK_Objections_Decision_Length", "length([Decision]) <= 8048");
                    table.CheckConstraint("CK_Objections_FourEyes", "[State] <> 'Upheld' OR [DecidedBy] <> [ProposedBy]");
                    table.CheckConstraint("CK_Objections_ObjectorName_Length", "length([ObjectorName]) <= 248");
                    table.CheckConstraint("CK_Objections_Receipt_Length", "length([Receipt]) <= 20");
                    table.CheckConstraint("CK_Objections_Reply_Length", "length([Reply]) <= 8048");
                    table.CheckConstraint("CK_Objections_State_Length", "length([State]) <= 32");
                    table.ForeignKey(
                        name: "FK_Objections_Applications_Application",
                        column: x => x.Application,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_PublicNotices_Notice",
                        column: x => x.Notice,
                        principalTable: "PublicNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SupervisorCards_CheckTokenHash",
                table: "SupervisorCards",
                column: "CheckTokenHash",
                unique: true,
                filter: "[CheckTokenHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Batch_State",
                table: "Applications",
                columns: new[] { "Batch", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_IdNumberHash",
                table: "Applications",
                column: "IdNumberHash",
                unique: true,
                filter: "[State] IN ('Submitted', 'ReturnedForSupplement', 'UnderReview', 'PassProposed', 'ReviewPassed', 'OnNotice', 'NoticePassed') AND [IdNumberHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_LinkHash",
                table: "Applications",
                column: "LinkHash",
                unique: true,
                filter: "[LinkHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Person",
                table: "Applications",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Receipt",
                table: "Applications",
                column: "Receipt",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppointmentLetters_Number",
                table: "AppointmentLetters",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppointmentLetters_Person",
                table: "AppointmentLetters",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_AppointmentLetters_Term",
                table: "AppointmentLetters",
                column: "Term",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DismissalCases_Number",
                table: "DismissalCases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DismissalCases_OneOpen",
                table: "DismissalCases",
                column: "Person",
                unique: true,
                filter: "[State] IN ('Drafted', 'HearingOpen', 'Proposed')");

            migrationBuilder.CreateIndex(
                name: "IX_DismissalCases_State_DraftedOn",
                table: "DismissalCases",
                columns: new[] { "State", "DraftedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_DismissalCases_Term",
                table: "DismissalCases",
                column: "Term");

            migrationBuilder.CreateIndex(
                name: "IX_IntroductionLetters_Activity",
                table: "IntroductionLetters",
                column: "Activity");

            migrationBuilder.CreateIndex(
                name: "IX_IntroductionLetters_Agency",
                table: "IntroductionLetters",
                column: "Agency");

            migrationBuilder.CreateIndex(
                name: "IX_IntroductionLetters_Serial",
                table: "IntroductionLetters",
                column: "Serial",
                unique: true,
                filter: "[Serial] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_IntroductionLetters_State_ValidTo",
                table: "IntroductionLetters",
                columns: new[] { "State", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterBearers_Person",
                table: "LetterBearers",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeEntries_Application",
                table: "NoticeEntries",
                column: "Application");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Application",
                table: "Objections",
                column: "Application");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Notice_State",
                table: "Objections",
                columns: new[] { "Notice", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Receipt",
                table: "Objections",
                column: "Receipt",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Objections_State_LodgedAt",
                table: "Objections",
                columns: new[] { "State", "LodgedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicNotices_Batch",
                table: "PublicNotices",
                column: "Batch");

            migrationBuilder.CreateIndex(
                name: "IX_PublicNotices_Number",
                table: "PublicNotices",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PublicNotices_State_LastDay",
                table: "PublicNotices",
                columns: new[] { "State", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_RecruitmentBatches_Number",
                table: "RecruitmentBatches",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecruitmentBatches_State_ClosesOn",
                table: "RecruitmentBatches",
                columns: new[] { "State", "ClosesOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TermProposals_OneOpenOnApplication",
                table: "TermProposals",
                column: "Application",
                unique: true,
                filter: "[State] = 'Proposed' AND [Application] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TermProposals_OneOpenOnTerm",
                table: "TermProposals",
                column: "Term",
                unique: true,
                filter: "[State] = 'Proposed' AND [Term] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TermProposals_State_ProposedOn",
                table: "TermProposals",
                columns: new[] { "State", "ProposedOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApplicationEvents");

            migrationBuilder.DropTable(
                name: "AppointmentLetters");

            migrationBuilder.DropTable(
                name: "ConditionChecks");

            migrationBuilder.DropTable(
                name: "DismissalCases");

            migrationBuilder.DropTable(
                name: "GroupChanges");

            migrationBuilder.DropTable(
                name: "LetterBearers");

            migrationBuilder.DropTable(
                name: "NoticeEntries");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "TermProposals");

            migrationBuilder.DropTable(
                name: "UnitRecommendations");

            migrationBuilder.DropTable(
                name: "IntroductionLetters");

            migrationBuilder.DropTable(
                name: "PublicNotices");

            migrationBuilder.DropTable(
                name: "Applications");

            migrationBuilder.DropTable(
                name: "RecruitmentBatches");

            migrationBuilder.DropIndex(
                name: "IX_SupervisorCards_CheckTokenHash",
                table: "SupervisorCards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_SupervisorCards_CheckToken_Length",
                table: "SupervisorCards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_SupervisorCards_CheckTokenHash_Length",
                table: "SupervisorCards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_SupervisorCards_Reason_Length",
                table: "SupervisorCards");

            migrationBuilder.DropColumn(
                name: "CheckToken",
                table: "SupervisorCards");

            migrationBuilder.DropColumn(
                name: "CheckTokenHash",
                table: "SupervisorCards");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "SupervisorCards");

            migrationBuilder.DropColumn(
                name: "IssuedOn",
                table: "SupervisorCards");

            migrationBuilder.DropColumn(
                name: "LostOn",
                table: "SupervisorCards");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "SupervisorCards");

            migrationBuilder.DropColumn(
                name: "Replaces",
                table: "SupervisorCards");

            migrationBuilder.DropColumn(
                name: "ReportedOn",
                table: "SupervisorCards");

            migrationBuilder.DropColumn(
                name: "Term",
                table: "SupervisorCards");
        }
    }
}
