using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Audit;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.InsertData(
                table: "AuditHead",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L });

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

            migrationBuilder.AppendOnlyOnSqlite();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuditHead");

            migrationBuilder.DropTable(
                name: "AuditKeys");
        }
    }
}
