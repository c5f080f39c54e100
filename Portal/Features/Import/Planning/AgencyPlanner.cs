using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Planning;

/// <summary>Finds agencies by code or name, however their brackets are written.</summary>
internal sealed class KnownAgencies
{
    private readonly Dictionary<string, Agency> _byCode = [];
    private readonly Dictionary<string, Agency> _byName = [];

    public void Add(Agency agency)
    {
        _byCode[agency.Code] = agency;
        _byName[LedgerWords.Key(agency.Name)] = agency;
    }

    public void Forget(Agency agency) => _byName.Remove(LedgerWords.Key(agency.Name));

    public Agency? ByCode(string code) => _byCode.GetValueOrDefault(code);

    public Agency? ByName(string name) => _byName.GetValueOrDefault(LedgerWords.Key(name));

    public Agency? Find(string codeOrName) => ByCode(LedgerWords.Key(codeOrName)) ?? ByName(codeOrName);

    public Agency? ByCredit(string credit) => _byCode.Values.FirstOrDefault(a => a.CreditCode == credit);
}

/// <summary>Agencies are matched by code. Neither name nor credit code may belong to another one.</summary>
internal static class AgencyPlanner
{
    public static async Task PlanAsync(LedgerPlan plan, CancellationToken cancellationToken)
    {
        foreach (var agency in await plan.Db.Agencies.ToListAsync(cancellationToken))
        {
            plan.Agencies.Add(agency);
        }

        var rows = plan.Distinct(plan.Workbook.Agencies, Code, r => r.Code);
        rows = plan.Distinct(rows, Name, r => r.Name);
        foreach (var row in plan.Distinct(rows, CreditCode, r => r.CreditCode?.Value))
        {
            Plan(plan, row);
        }
    }

    private static void Plan(LedgerPlan plan, AgencyRow row)
    {
        var agency = plan.Agencies.ByCode(row.Code);
        if (Taken(plan, row, Name, row.Name, plan.Agencies.ByName(row.Name), agency)
            | (row.CreditCode is { } credit && Taken(plan, row, CreditCode, credit.Value, plan.Agencies.ByCredit(credit.Value), agency)))
        {
            return;
        }

        if (agency is null)
        {
            agency = Agency.Register(AgencyId.New(), row.Code, row.Name, row.Kind, row.CreditCode, row.Contact, row.IsExternal);
            plan.Db.Agencies.Add(agency);
        }
        else
        {
            plan.Agencies.Forget(agency);
            agency.Correct(row.Name, row.Kind, row.CreditCode, row.Contact, row.IsExternal);
        }

        plan.Agencies.Add(agency);
        plan.Count(LedgerSheet.Agencies, agency);
    }

    private static bool Taken(LedgerPlan plan, AgencyRow row, string column, string value, Agency? holder, Agency? self)
    {
        if (holder is null || holder == self)
        {
            return false;
        }

        plan.Error(row, column, value, ProblemCode.TakenByAnother, holder.Code);
        return true;
    }
}
