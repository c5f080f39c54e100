using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DocumentTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    Stub = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true, collation: "BINARY"),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentTemplates", x => x.Id);
                    table.CheckConstraint("CK_DocumentTemplates_Body_Length", "length([Body]) <= 4000");
                    table.CheckConstraint("CK_DocumentTemplates_Kind_Length", "length([Kind]) <= 32");
                    table.CheckConstraint("CK_DocumentTemplates_Stub_Length", "length([Stub]) <= 1000");
                    table.CheckConstraint("CK_DocumentTemplates_Title_Length", "length([Title]) <= 100");
                });

            migrationBuilder.CreateTable(
                name: "IssuedDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Series = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true, collation: "BINARY"),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true, collation: "BINARY"),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    Agency = table.Column<Guid>(type: "TEXT", nullable: true),
                    Activity = table.Column<Guid>(type: "TEXT", nullable: true),
                    About = table.Column<Guid>(type: "TEXT", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IssuedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Text = table.Column<string>(type: "TEXT", maxLength: 32048, nullable: false, collation: "BINARY"),
                    Stub = table.Column<string>(type: "TEXT", maxLength: 8048, nullable: true, collation: "BINARY"),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 48048, nullable: false, collation: "BINARY"),
                    VoidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VoidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    VoidReason = table.Column<string>(type: "TEXT", maxLength: 848, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuedDocuments", x => x.Id);
                    table.CheckConstraint("CK_IssuedDocuments_Authority_Length", "length([Authority]) <= 100");
                    table.CheckConstraint("CK_IssuedDocuments_Facts_Length", "length([Facts]) <= 48048");
                    table.CheckConstraint("CK_IssuedDocuments_Kind_Length", "length([Kind]) <= 32");
                    table.CheckConstraint("CK_IssuedDocuments_Number", "([Number] IS NULL AND [Sequence] IS NULL AND [Series] IS NULL) OR ([Number] IS NOT NULL AND [Sequence] IS NOT NULL AND [Series] IS NOT NULL)");
                    table.CheckConstraint("CK_IssuedDocuments_Number_Length", "length([Number]) <= 50");
                    table.CheckConstraint("CK_IssuedDocuments_Series_Length", "length([Series]) <= 10");
                    table.CheckConstraint("CK_IssuedDocuments_Stub_Length", "length([Stub]) <= 8048");
                    table.CheckConstraint("CK_IssuedDocuments_Subject_Length", "length([Subject]) <= 200");
                    table.CheckConstraint("CK_IssuedDocuments_Text_Length", "length([Text]) <= 32048");
                    table.CheckConstraint("CK_IssuedDocuments_Title_Length", "length([Title]) <= 300");
                    table.CheckConstraint("CK_IssuedDocuments_VoidReason_Length", "length([VoidReason]) <= 848");
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_Activities_Activity",
                        column: x => x.Activity,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_Agencies_Agency",
                        column: x => x.Agency,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentTemplates_Kind_Edition",
                table: "DocumentTemplates",
                columns: new[] { "Kind", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_Activity",
                table: "IssuedDocuments",
                column: "Activity");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_Agency",
                table: "IssuedDocuments",
                column: "Agency");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_IssuedOn",
                table: "IssuedDocuments",
                column: "IssuedOn");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_Number",
                table: "IssuedDocuments",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_OneStanding",
                table: "IssuedDocuments",
                columns: new[] { "Kind", "About" },
                unique: true,
                filter: "[VoidedOn] IS NULL AND [About] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_Person",
                table: "IssuedDocuments",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_Series_Year_Sequence",
                table: "IssuedDocuments",
                columns: new[] { "Series", "Year", "Sequence" },
                unique: true,
                filter: "[Sequence] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentTemplates");

            migrationBuilder.DropTable(
                name: "IssuedDocuments");
        }
    }
}
