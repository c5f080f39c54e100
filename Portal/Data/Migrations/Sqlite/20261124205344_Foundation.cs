using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Audit;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Activities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HourTenths = table.Column<int>(type: "INTEGER", nullable: false),
                    Mandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    RequiresDocumentAccess = table.Column<bool>(type: "INTEGER", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Activities", x => x.Id);
                    table.CheckConstraint("CK_Activities_CancelReason_Length", "length([CancelReason]) <= 500");
                    table.CheckConstraint("CK_Activities_Kind_Length", "length([Kind]) <= 32");
                    table.CheckConstraint("CK_Activities_Mode_Length", "length([Mode]) <= 32");
                    table.CheckConstraint("CK_Activities_Number_Length", "length([Number]) <= 20");
                    table.CheckConstraint("CK_Activities_Remark_Length", "length([Remark]) <= 500");
                    table.CheckConstraint("CK_Activities_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_Activities_Title_Length", "length([Title]) <= 100");
                });

            migrationBuilder.CreateTable(
                name: "Agencies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true, collation: "BINARY"),
                    ContactName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true, collation: "BINARY"),
                    IsExternal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agencies", x => x.Id);
                    table.CheckConstraint("CK_Agencies_Code_Length", "length([Code]) <= 16");
                    table.CheckConstraint("CK_Agencies_ContactName_Length", "length([ContactName]) <= 50");
                    table.CheckConstraint("CK_Agencies_CreditCode_Length", "length([CreditCode]) <= 18");
                    table.CheckConstraint("CK_Agencies_Kind_Length", "length([Kind]) <= 32");
                    table.CheckConstraint("CK_Agencies_Name_Length", "length([Name]) <= 100");
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: true),
                    Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    Act = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    ObjectType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY"),
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY"),
                    Before = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: true, collation: "BINARY"),
                    After = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: true, collation: "BINARY"),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Session = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY"),
                    Previous = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Sequence);
                    table.CheckConstraint("CK_AuditEntries_Act_Length", "length([Act]) <= 60");
                    table.CheckConstraint("CK_AuditEntries_After_Length", "length([After]) <= 1000000");
                    table.CheckConstraint("CK_AuditEntries_Before_Length", "length([Before]) <= 1000000");
                    table.CheckConstraint("CK_AuditEntries_ObjectId_Length", "length([ObjectId]) <= 64");
                    table.CheckConstraint("CK_AuditEntries_ObjectType_Length", "length([ObjectType]) <= 60");
                    table.CheckConstraint("CK_AuditEntries_Outcome_Length", "length([Outcome]) <= 32");
                    table.CheckConstraint("CK_AuditEntries_Reason_Length", "length([Reason]) <= 500");
                    table.CheckConstraint("CK_AuditEntries_Role_Length", "length([Role]) <= 32");
                    table.CheckConstraint("CK_AuditEntries_Session_Length", "length([Session]) <= 64");
                });

            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditKeys",
                columns: table => new
                {
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditKeys", x => x.Subject);
                });

            migrationBuilder.CreateTable(
                name: "CalendarDays",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarDays", x => x.Date);
                    table.CheckConstraint("CK_CalendarDays_Kind_Length", "length([Kind]) <= 32");
                });

            migrationBuilder.CreateTable(
                name: "CalendarYears",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarYears", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false, collation: "BINARY"),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => new { x.Name, x.Year });
                    table.CheckConstraint("CK_NumberSeries_Name_Length", "length([Name]) <= 10");
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false, collation: "BINARY"),
                    IdNumber = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true, collation: "BINARY"),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true, collation: "BINARY"),
                    District = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    WorkUnit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IdNumberHash = table.Column<string>(type: "TEXT", maxLength: 44, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.CheckConstraint("CK_People_District_Length", "length([District]) <= 32");
                    table.CheckConstraint("CK_People_FullName_Length", "length([FullName]) <= 50");
                    table.CheckConstraint("CK_People_IdNumber_Length", "length([IdNumber]) <= 120");
                    table.CheckConstraint("CK_People_IdNumberHash_Length", "length([IdNumberHash]) <= 44");
                    table.CheckConstraint("CK_People_Phone_Length", "length([Phone]) <= 128");
                    table.CheckConstraint("CK_People_Sex_Length", "length([Sex]) <= 32");
                    table.CheckConstraint("CK_People_WorkUnit_Length", "length([WorkUnit]) <= 100");
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Key);
                    table.CheckConstraint("CK_Settings_Key_Length", "length([Key]) <= 60");
                    table.CheckConstraint("CK_Settings_Value_Length", "length([Value]) <= 200");
                });

            migrationBuilder.CreateTable(
                name: "SupervisionGroups",
                columns: table => new
                {
                    Category = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Focus = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupervisionGroups", x => x.Category);
                    table.CheckConstraint("CK_SupervisionGroups_Category_Length", "length([Category]) <= 32");
                    table.CheckConstraint("CK_SupervisionGroups_Focus_Length", "length([Focus]) <= 1000");
                });

            migrationBuilder.CreateTable(
                name: "ActivityAgencies",
                columns: table => new
                {
                    Agency = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityAgencies", x => new { x.ActivityId, x.Agency });
                    table.ForeignKey(
                        name: "FK_ActivityAgencies_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ActivityAgencies_Agencies_Agency",
                        column: x => x.Agency,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    IsDisabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.CheckConstraint("CK_Accounts_Issuer_Length", "length([Issuer]) <= 200");
                    table.CheckConstraint("CK_Accounts_Role_Length", "length([Role]) <= 32");
                    table.CheckConstraint("CK_Accounts_Subject_Length", "length([Subject]) <= 200");
                    table.ForeignKey(
                        name: "FK_Accounts_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Appointments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    TermStart = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TermEnd = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appointments", x => x.Id);
                    table.CheckConstraint("CK_Appointments_Channel_Length", "length([Channel]) <= 32");
                    table.CheckConstraint("CK_Appointments_Ground_Length", "length([Ground]) <= 32");
                    table.CheckConstraint("CK_Appointments_Group_Length", "length([Group]) <= 32");
                    table.CheckConstraint("CK_Appointments_Remark_Length", "length([Remark]) <= 2048");
                    table.CheckConstraint("CK_Appointments_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_Appointments_Term", "[TermEnd] >= [TermStart]");
                    table.ForeignKey(
                        name: "FK_Appointments_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Format = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StorageName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    SealedName = table.Column<byte[]>(type: "BLOB", maxLength: 512, nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    KeyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovalReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.CheckConstraint("CK_Evidence_Format_Length", "length([Format]) <= 32");
                    table.CheckConstraint("CK_Evidence_Kind_Length", "length([Kind]) <= 32");
                    table.CheckConstraint("CK_Evidence_Matter_Length", "length([Matter]) <= 32");
                    table.CheckConstraint("CK_Evidence_RemovalReason_Length", "length([RemovalReason]) <= 500");
                    table.CheckConstraint("CK_Evidence_RemovedHasReason", "([RemovedAt] IS NULL AND [RemovalReason] IS NULL) OR ([RemovedAt] IS NOT NULL AND [RemovalReason] IS NOT NULL)");
                    table.CheckConstraint("CK_Evidence_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_Evidence_StorageName_Length", "length([StorageName]) <= 32");
                    table.ForeignKey(
                        name: "FK_Evidence_People_AddedBy",
                        column: x => x.AddedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExportDays",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportDays", x => new { x.Person, x.Day });
                    table.ForeignKey(
                        name: "FK_ExportDays_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Author = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agency = table.Column<Guid>(type: "TEXT", nullable: true),
                    OtherUnit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    Category = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false, collation: "BINARY"),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Handler = table.Column<Guid>(type: "TEXT", nullable: true),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InvestigatingSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    ConcludedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsViolation = table.Column<bool>(type: "INTEGER", nullable: true),
                    LossAmount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    FixedOnSpot = table.Column<bool>(type: "INTEGER", nullable: true),
                    Requirement = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true, collation: "BINARY"),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OriginalDeadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Extensions = table.Column<int>(type: "INTEGER", nullable: true),
                    ReportedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TransferredTo = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    MergedInto = table.Column<Guid>(type: "TEXT", nullable: true),
                    FeedbackText = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true, collation: "BINARY"),
                    FedBackOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    RewardCheck = table.Column<bool>(type: "INTEGER", nullable: true),
                    AppealedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Proposal_Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    Proposal_ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Proposal_ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Proposal_Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true, collation: "BINARY"),
                    Proposal_Conclusion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    Proposal_IsViolation = table.Column<bool>(type: "INTEGER", nullable: true),
                    Proposal_LossAmount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Proposal_NewDeadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Proposal_RewardCheck = table.Column<bool>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Id);
                    table.CheckConstraint("CK_Findings_Category_Length", "length([Category]) <= 32");
                    table.CheckConstraint("CK_Findings_ClosedIsFedBack", "[State] NOT IN ('Closed', 'FedBack') OR [FedBackOn] IS NOT NULL");
                    table.CheckConstraint("CK_Findings_Conclusion_Length", "length([Conclusion]) <= 32");
                    table.CheckConstraint("CK_Findings_FeedbackText_Length", "length([FeedbackText]) <= 2000");
                    table.CheckConstraint("CK_Findings_Grade_Length", "length([Grade]) <= 32");
                    table.CheckConstraint("CK_Findings_Number_Length", "length([Number]) <= 20");
                    table.CheckConstraint("CK_Findings_OrderedHasDeadline", "[State] NOT IN ('RectificationOrdered', 'RectificationReported') OR [Deadline] IS NOT NULL");
                    table.CheckConstraint("CK_Findings_OtherUnit_Length", "length([OtherUnit]) <= 100");
                    table.CheckConstraint("CK_Findings_Proposal_Conclusion_Length", "length([Proposal_Conclusion]) <= 32");
                    table.CheckConstraint("CK_Findings_Proposal_Kind_Length", "length([Proposal_Kind]) <= 32");
                    table.CheckConstraint("CK_Findings_Proposal_Note_Length", "length([Proposal_Note]) <= 2000");
                    table.CheckConstraint("CK_Findings_Remark_Length", "length([Remark]) <= 2000");
                    table.CheckConstraint("CK_Findings_Requirement_Length", "length([Requirement]) <= 2000");
                    table.CheckConstraint("CK_Findings_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_Findings_Target", "[Agency] IS NOT NULL OR [OtherUnit] IS NOT NULL");
                    table.CheckConstraint("CK_Findings_Text_Length", "length([Text]) <= 2000");
                    table.CheckConstraint("CK_Findings_TransferredTo_Length", "length([TransferredTo]) <= 100");
                    table.ForeignKey(
                        name: "FK_Findings_Agencies_Agency",
                        column: x => x.Agency,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Findings_Findings_MergedInto",
                        column: x => x.MergedInto,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Findings_People_Author",
                        column: x => x.Author,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Findings_People_Handler",
                        column: x => x.Handler,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormDrafts",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false, collation: "BINARY"),
                    Content = table.Column<string>(type: "TEXT", maxLength: 64048, nullable: false, collation: "BINARY"),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormDrafts", x => new { x.Person, x.Form });
                    table.CheckConstraint("CK_FormDrafts_Content_Length", "length([Content]) <= 64048");
                    table.CheckConstraint("CK_FormDrafts_Form_Length", "length([Form]) <= 50");
                    table.ForeignKey(
                        name: "FK_FormDrafts_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Participations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Activity = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participations", x => x.Id);
                    table.CheckConstraint("CK_Participations_Reason_Length", "length([Reason]) <= 2048");
                    table.CheckConstraint("CK_Participations_State_Length", "length([State]) <= 32");
                    table.ForeignKey(
                        name: "FK_Participations_Activities_Activity",
                        column: x => x.Activity,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Participations_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupervisorCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupervisorCards", x => x.Id);
                    table.CheckConstraint("CK_SupervisorCards_Number_Length", "length([Number]) <= 20");
                    table.CheckConstraint("CK_SupervisorCards_State_Length", "length([State]) <= 32");
                    table.ForeignKey(
                        name: "FK_SupervisorCards_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    InvitedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.CheckConstraint("CK_Invitations_SecretHash_Length", "length([SecretHash]) <= 64");
                    table.ForeignKey(
                        name: "FK_Invitations_Accounts_Account",
                        column: x => x.Account,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_People_InvitedBy",
                        column: x => x.InvitedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Account = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Way = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    BeganAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AuthenticatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ProviderSession = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    Device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBecause = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSessions", x => x.Id);
                    table.CheckConstraint("CK_SignInSessions_Device_Length", "length([Device]) <= 60");
                    table.CheckConstraint("CK_SignInSessions_EndedBecause_Length", "length([EndedBecause]) <= 32");
                    table.CheckConstraint("CK_SignInSessions_KeyHash_Length", "length([KeyHash]) <= 64");
                    table.CheckConstraint("CK_SignInSessions_ProviderSession_Length", "length([ProviderSession]) <= 200");
                    table.CheckConstraint("CK_SignInSessions_Role_Length", "length([Role]) <= 32");
                    table.CheckConstraint("CK_SignInSessions_Way_Length", "length([Way]) <= 32");
                    table.ForeignKey(
                        name: "FK_SignInSessions_Accounts_Account",
                        column: x => x.Account,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FindingCoAuthors",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    FindingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingCoAuthors", x => new { x.FindingId, x.Person });
                    table.ForeignKey(
                        name: "FK_FindingCoAuthors_Findings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FindingCoAuthors_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FindingEvents",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    FindingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true, collation: "BINARY"),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    IsViolation = table.Column<bool>(type: "INTEGER", nullable: true),
                    LossAmount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Handler = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingEvents", x => new { x.FindingId, x.Sequence });
                    table.CheckConstraint("CK_FindingEvents_Conclusion_Length", "length([Conclusion]) <= 32");
                    table.CheckConstraint("CK_FindingEvents_Kind_Length", "length([Kind]) <= 32");
                    table.CheckConstraint("CK_FindingEvents_Note_Length", "length([Note]) <= 2000");
                    table.ForeignKey(
                        name: "FK_FindingEvents_Findings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Recusals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agency = table.Column<Guid>(type: "TEXT", nullable: true),
                    Activity = table.Column<Guid>(type: "TEXT", nullable: true),
                    Finding = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Explanation = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    FiledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: true, collation: "BINARY"),
                    LiftedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recusals", x => x.Id);
                    table.CheckConstraint("CK_Recusals_DecisionReason_Length", "length([DecisionReason]) <= 2048");
                    table.CheckConstraint("CK_Recusals_Explanation_Length", "length([Explanation]) <= 2048");
                    table.CheckConstraint("CK_Recusals_Ground_Length", "length([Ground]) <= 32");
                    table.CheckConstraint("CK_Recusals_LiftReason_Length", "length([LiftReason]) <= 2048");
                    table.CheckConstraint("CK_Recusals_OneMatter", "(CASE WHEN [Agency] IS NULL THEN 0 ELSE 1 END) + (CASE WHEN [Activity] IS NULL THEN 0 ELSE 1 END) + (CASE WHEN [Finding] IS NULL THEN 0 ELSE 1 END) = 1");
                    table.CheckConstraint("CK_Recusals_State_Length", "length([State]) <= 32");
                    table.ForeignKey(
                        name: "FK_Recusals_Activities_Activity",
                        column: x => x.Activity,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recusals_Agencies_Agency",
                        column: x => x.Agency,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recusals_Findings_Finding",
                        column: x => x.Finding,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recusals_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AuditHead",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Issuer_Subject",
                table: "Accounts",
                columns: new[] { "Issuer", "Subject" },
                unique: true,
                filter: "[Issuer] IS NOT NULL AND [Subject] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Person",
                table: "Accounts",
                column: "Person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Activities_Date",
                table: "Activities",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_Number",
                table: "Activities",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActivityAgencies_Agency",
                table: "ActivityAgencies",
                column: "Agency");

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_Code",
                table: "Agencies",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_CreditCode",
                table: "Agencies",
                column: "CreditCode",
                unique: true,
                filter: "[CreditCode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_Name",
                table: "Agencies",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_OneActive",
                table: "Appointments",
                column: "Person",
                unique: true,
                filter: "[State] = 'Active'");

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_Person_Sequence",
                table: "Appointments",
                columns: new[] { "Person", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_State_TermEnd",
                table: "Appointments",
                columns: new[] { "State", "TermEnd" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Act_Sequence",
                table: "AuditEntries",
                columns: new[] { "Act", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ObjectId_Sequence",
                table: "AuditEntries",
                columns: new[] { "ObjectId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Person_Sequence",
                table: "AuditEntries",
                columns: new[] { "Person", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditKeys_KeyVersion",
                table: "AuditKeys",
                column: "KeyVersion");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_AddedBy",
                table: "Evidence",
                column: "AddedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Matter_Owner",
                table: "Evidence",
                columns: new[] { "Matter", "Owner" });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_State",
                table: "Evidence",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_StorageName",
                table: "Evidence",
                column: "StorageName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FindingCoAuthors_Person",
                table: "FindingCoAuthors",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_Agency_Category_SubmittedOn",
                table: "Findings",
                columns: new[] { "Agency", "Category", "SubmittedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_Author",
                table: "Findings",
                column: "Author");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_ClosedOn",
                table: "Findings",
                column: "ClosedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_Deadline",
                table: "Findings",
                column: "Deadline");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_FedBackOn",
                table: "Findings",
                column: "FedBackOn");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_Handler",
                table: "Findings",
                column: "Handler");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_MergedInto",
                table: "Findings",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_Number",
                table: "Findings",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Findings_State_SubmittedOn",
                table: "Findings",
                columns: new[] { "State", "SubmittedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_SubmittedOn",
                table: "Findings",
                column: "SubmittedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_InvitedBy",
                table: "Invitations",
                column: "InvitedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_OneOpen",
                table: "Invitations",
                column: "Account",
                unique: true,
                filter: "[UsedAt] IS NULL AND [WithdrawnAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_SecretHash",
                table: "Invitations",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Participations_Activity_Person",
                table: "Participations",
                columns: new[] { "Activity", "Person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Participations_Person_State",
                table: "Participations",
                columns: new[] { "Person", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_People_FullName",
                table: "People",
                column: "FullName");

            migrationBuilder.CreateIndex(
                name: "IX_People_IdNumberHash",
                table: "People",
                column: "IdNumberHash",
                unique: true,
                filter: "[IdNumberHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_Activity",
                table: "Recusals",
                column: "Activity");

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_Agency",
                table: "Recusals",
                column: "Agency");

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_Finding",
                table: "Recusals",
                column: "Finding");

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_OneActivity",
                table: "Recusals",
                columns: new[] { "Person", "Activity" },
                unique: true,
                filter: "[Activity] IS NOT NULL AND [State] IN ('Declared', 'Directed', 'Requested', 'Recused')");

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_OneAgency",
                table: "Recusals",
                columns: new[] { "Person", "Agency" },
                unique: true,
                filter: "[Agency] IS NOT NULL AND [State] IN ('Declared', 'Directed', 'Requested', 'Recused')");

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_OneFinding",
                table: "Recusals",
                columns: new[] { "Person", "Finding" },
                unique: true,
                filter: "[Finding] IS NOT NULL AND [State] IN ('Declared', 'Directed', 'Requested', 'Recused')");

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_State_FiledOn",
                table: "Recusals",
                columns: new[] { "State", "FiledOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_Account_BeganAt",
                table: "SignInSessions",
                columns: new[] { "Account", "BeganAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_EndedAt_LastSeenAt",
                table: "SignInSessions",
                columns: new[] { "EndedAt", "LastSeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_KeyHash",
                table: "SignInSessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_ProviderSession",
                table: "SignInSessions",
                column: "ProviderSession",
                filter: "[ProviderSession] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SupervisorCards_Number",
                table: "SupervisorCards",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupervisorCards_OneActive",
                table: "SupervisorCards",
                column: "Person",
                unique: true,
                filter: "[State] = 'Active'");

            migrationBuilder.AppendOnlyOnSqlite();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActivityAgencies");

            migrationBuilder.DropTable(
                name: "Appointments");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuditHead");

            migrationBuilder.DropTable(
                name: "AuditKeys");

            migrationBuilder.DropTable(
                name: "CalendarDays");

            migrationBuilder.DropTable(
                name: "CalendarYears");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "ExportDays");

            migrationBuilder.DropTable(
                name: "FindingCoAuthors");

            migrationBuilder.DropTable(
                name: "FindingEvents");

            migrationBuilder.DropTable(
                name: "FormDrafts");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "Participations");

            migrationBuilder.DropTable(
                name: "Recusals");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "SignInSessions");

            migrationBuilder.DropTable(
                name: "SupervisionGroups");

            migrationBuilder.DropTable(
                name: "SupervisorCards");

            migrationBuilder.DropTable(
                name: "Activities");

            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Agencies");

            migrationBuilder.DropTable(
                name: "People");
        }
    }
}
