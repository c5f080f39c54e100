using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Body = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Stub = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChangedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IssuedDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Series = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: true),
                    Number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Agency = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Activity = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    About = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IssuedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Authority = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 32048, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Stub = table.Column<string>(type: "nvarchar(max)", maxLength: 8048, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts = table.Column<string>(type: "nvarchar(max)", maxLength: 48048, nullable: false, collation: "Latin1_General_100_BIN2"),
                    VoidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VoidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VoidReason = table.Column<string>(type: "nvarchar(848)", maxLength: 848, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuedDocuments", x => x.Id);
                    table.CheckConstraint("CK_IssuedDocuments_Number", "([Number] IS NULL AND [Sequence] IS NULL AND [Series] IS NULL) OR ([Number] IS NOT NULL AND [Sequence] IS NOT NULL AND [Series] IS NOT NULL)");
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
