using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Selection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CheckToken",
                table: "SupervisorCards",
                type: "nvarchar(136)",
                maxLength: 136,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "CheckTokenHash",
                table: "SupervisorCards",
                type: "nvarchar(44)",
                maxLength: 44,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "SupervisorCards",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "IssuedOn",
                table: "SupervisorCards",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LostOn",
                table: "SupervisorCards",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "SupervisorCards",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "Replaces",
                table: "SupervisorCards",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReportedOn",
                table: "SupervisorCards",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Term",
                table: "SupervisorCards",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AppointmentLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Term = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VoidReason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppointmentLetters", x => x.Id);
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Term = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ground = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts = table.Column<string>(type: "nvarchar(max)", maxLength: 8048, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sanction = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidingBody = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Document = table.Column<string>(type: "nvarchar(448)", maxLength: 448, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Serious = table.Column<bool>(type: "bit", nullable: true),
                    NoGoodReason = table.Column<bool>(type: "bit", nullable: true),
                    DeclaredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DraftedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DraftedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    HearingUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Statement = table.Column<string>(type: "nvarchar(max)", maxLength: 8048, nullable: true, collation: "Latin1_General_100_BIN2"),
                    StatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: 8048, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DismissalCases", x => x.Id);
                    table.CheckConstraint("CK_DismissalCases_DecidedHasDay", "[State] NOT IN ('CertificateReturn', 'Closed') OR ([DecidedOn] IS NOT NULL AND [EffectiveOn] IS NOT NULL)");
                    table.CheckConstraint("CK_DismissalCases_FourEyes", "[ApprovedBy] IS NULL OR [ApprovedBy] <> [ProposedBy]");
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
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    To = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupChanges", x => new { x.AppointmentId, x.Sequence });
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Serial = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Agency = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Activity = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Matter = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: false),
                    Sensitive = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PreparedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntroductionLetters", x => x.Id);
                    table.CheckConstraint("CK_IntroductionLetters_Days", "[ValidTo] >= [ValidFrom]");
                    table.CheckConstraint("CK_IntroductionLetters_FourEyes", "[ApprovedBy] IS NULL OR [ApprovedBy] <> [PreparedBy]");
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Announcement = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TakesApplications = table.Column<bool>(type: "bit", nullable: false),
                    TakesRecommendations = table.Column<bool>(type: "bit", nullable: false),
                    Alignment = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CohortEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reopened = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecruitmentBatches", x => x.Id);
                    table.CheckConstraint("CK_RecruitmentBatches_Days", "[ClosesOn] >= [OpensOn] OR [State] <> 'Draft'");
                });

            migrationBuilder.CreateTable(
                name: "LetterBearers",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LetterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CardNumber = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterBearers", x => new { x.LetterId, x.Person });
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Batch = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Receipt = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FullName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IdNumber = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Sex = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WorkUnit = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Occupation = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Group = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Channel = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChannelNote = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Motivation = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SupplementBy = table.Column<DateOnly>(type: "date", nullable: true),
                    FailedCondition = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PassProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    IdNumberHash = table.Column<string>(type: "nvarchar(44)", maxLength: 44, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LinkHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Batch = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PreparedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CountedDays = table.Column<int>(type: "int", nullable: false),
                    CountedUnit = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StartDayCounted = table.Column<bool>(type: "bit", nullable: false),
                    RawLastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    CalendarKnown = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    DaysOffSkipped = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicNotices", x => x.Id);
                    table.CheckConstraint("CK_PublicNotices_Days", "[State] NOT IN ('Published', 'Concluded') OR ([LastDay] IS NOT NULL AND [LastDay] > [PublishedOn] AND [CountedDays] >= 5)");
                    table.CheckConstraint("CK_PublicNotices_FourEyes", "[ApprovedBy] IS NULL OR [ApprovedBy] <> [ProposedBy]");
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
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(max)", maxLength: 4048, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationEvents", x => new { x.ApplicationId, x.Sequence });
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
                    Condition = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Result = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Method = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CheckedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConditionChecks", x => new { x.ApplicationId, x.Condition });
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Application = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Term = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Group = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RecordClearOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionReason = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Granted = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermProposals", x => x.Id);
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
                    Unit = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreditCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RecommendedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitRecommendations", x => new { x.ApplicationId, x.Unit });
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
                    Application = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeEntries", x => new { x.NoticeId, x.Application });
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Notice = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Application = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Receipt = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ObjectorName = table.Column<string>(type: "nvarchar(248)", maxLength: 248, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Contact = table.Column<string>(type: "nvarchar(848)", maxLength: 848, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 8048, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LodgedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Late = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(max)", maxLength: 8048, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Reply = table.Column<string>(type: "nvarchar(max)", maxLength: 8048, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RepliedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.CheckConstraint("CK_Objections_FourEyes", "[State] <> 'Upheld' OR [DecidedBy] <> [ProposedBy]");
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
