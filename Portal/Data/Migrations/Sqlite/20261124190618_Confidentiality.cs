using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Confidentiality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Recusals_DecisionReason_Length",
                table: "Recusals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Recusals_Explanation_Length",
                table: "Recusals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Recusals_LiftReason_Length",
                table: "Recusals");

            migrationBuilder.DropIndex(
                name: "IX_People_IdNumber",
                table: "People");

            migrationBuilder.DropCheckConstraint(
                name: "CK_People_IdNumber_Length",
                table: "People");

            migrationBuilder.DropCheckConstraint(
                name: "CK_People_Phone_Length",
                table: "People");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Participations_Reason_Length",
                table: "Participations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_FormDrafts_Content_Length",
                table: "FormDrafts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Appointments_Remark_Length",
                table: "Appointments");

            migrationBuilder.AddColumn<string>(
                name: "IdNumberHash",
                table: "People",
                type: "TEXT",
                maxLength: 44,
                nullable: true,
                collation: "BINARY");

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

            migrationBuilder.AddCheckConstraint(
                name: "CK_Recusals_DecisionReason_Length",
                table: "Recusals",
                sql: "length([DecisionReason]) <= 2048");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Recusals_Explanation_Length",
                table: "Recusals",
                sql: "length([Explanation]) <= 2048");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Recusals_LiftReason_Length",
                table: "Recusals",
                sql: "length([LiftReason]) <= 2048");

            migrationBuilder.CreateIndex(
                name: "IX_People_IdNumberHash",
                table: "People",
                column: "IdNumberHash",
                unique: true,
                filter: "[IdNumberHash] IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_People_IdNumber_Length",
                table: "People",
                sql: "length([IdNumber]) <= 120");

            migrationBuilder.AddCheckConstraint(
                name: "CK_People_IdNumberHash_Length",
                table: "People",
                sql: "length([IdNumberHash]) <= 44");

            migrationBuilder.AddCheckConstraint(
                name: "CK_People_Phone_Length",
                table: "People",
                sql: "length([Phone]) <= 128");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Participations_Reason_Length",
                table: "Participations",
                sql: "length([Reason]) <= 2048");

            migrationBuilder.AddCheckConstraint(
                name: "CK_FormDrafts_Content_Length",
                table: "FormDrafts",
                sql: "length([Content]) <= 64048");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Appointments_Remark_Length",
                table: "Appointments",
                sql: "length([Remark]) <= 2048");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExportDays");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Recusals_DecisionReason_Length",
                table: "Recusals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Recusals_Explanation_Length",
                table: "Recusals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Recusals_LiftReason_Length",
                table: "Recusals");

            migrationBuilder.DropIndex(
                name: "IX_People_IdNumberHash",
                table: "People");

            migrationBuilder.DropCheckConstraint(
                name: "CK_People_IdNumber_Length",
                table: "People");

            migrationBuilder.DropCheckConstraint(
                name: "CK_People_IdNumberHash_Length",
                table: "People");

            migrationBuilder.DropCheckConstraint(
                name: "CK_People_Phone_Length",
                table: "People");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Participations_Reason_Length",
                table: "Participations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_FormDrafts_Content_Length",
                table: "FormDrafts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Appointments_Remark_Length",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "IdNumberHash",
                table: "People");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Recusals_DecisionReason_Length",
                table: "Recusals",
                sql: "length([DecisionReason]) <= 500");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Recusals_Explanation_Length",
                table: "Recusals",
                sql: "length([Explanation]) <= 500");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Recusals_LiftReason_Length",
                table: "Recusals",
                sql: "length([LiftReason]) <= 500");

            migrationBuilder.CreateIndex(
                name: "IX_People_IdNumber",
                table: "People",
                column: "IdNumber",
                unique: true,
                filter: "[IdNumber] IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_People_IdNumber_Length",
                table: "People",
                sql: "length([IdNumber]) <= 18");

            migrationBuilder.AddCheckConstraint(
                name: "CK_People_Phone_Length",
                table: "People",
                sql: "length([Phone]) <= 20");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Participations_Reason_Length",
                table: "Participations",
                sql: "length([Reason]) <= 500");

            migrationBuilder.AddCheckConstraint(
                name: "CK_FormDrafts_Content_Length",
                table: "FormDrafts",
                sql: "length([Content]) <= 16000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Appointments_Remark_Length",
                table: "Appointments",
                sql: "length([Remark]) <= 500");
        }
    }
}
