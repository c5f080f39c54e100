using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Ui;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>A page for people without an account: one answer to one request, no circuit, no script. Where the office has switched them off it does not exist.</summary>
public abstract class PublicPage : ComponentBase
{
    [Inject]
    public required Words Words { get; init; }

    [Inject]
    public required NavigationManager Addresses { get; init; }

    [Inject]
    public required IOptions<WebOptions> Web { get; init; }

    /// <summary>Whether there is something to show.</summary>
    protected bool IsThere { get; private set; }

    /// <summary>Why what was sent was not taken.</summary>
    protected string? Refusal { get; private set; }

    /// <summary>By the name of the field.</summary>
    protected IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    /// <returns>Whether there is such a page.</returns>
    protected abstract Task<bool> LoadAsync();

    protected override async Task OnInitializedAsync()
    {
        IsThere = Web.Value.PublicPages && await LoadAsync();
        if (!IsThere)
        {
            Addresses.NotFound();
        }
    }

    protected async Task<bool> AttemptAsync(Func<Task> useCase)
    {
        try
        {
            await useCase();
            return true;
        }
        catch (RuleViolationException refused)
        {
            Refusal = Words.Of(refused.Violation);
        }
        catch (Exception duplicate) when (LostRace.IsDuplicate(duplicate))
        {
            Refusal = Words.AlreadyExists();
        }

        return false;
    }

    /// <summary>What whoever sent something in opens it by.</summary>
    protected string LinkTo(string page, PublicReceipt receipt) => Addresses.ToAbsoluteUri(QueryHelpers.AddQueryString(page, "code", receipt.Code)).ToString();

    protected string? ErrorOf(string field) => Errors.GetValueOrDefault(field);

    protected string? Invalid(string field) => Errors.ContainsKey(field) ? "true" : null;

    protected void Refuse(string words) => Refusal = words;
}
