using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Configuration;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Ui.Forms;

namespace Portal.Features.Letters;

/// <summary>The one place where a letter of introduction is prepared; an activity that asks for one, or a letter that was sent back, fills it in.</summary>
public sealed partial class NewLetter : DraftForm<LetterForm>
{
    private LetterChoices? _choices;
    private IReadOnlyList<BearerChoice> _bearers = [];
    private string _find = "";
    private bool _sending;

    [Inject]
    public required LetterService Letters { get; init; }

    [SupplyParameterFromQuery(Name = "activity")]
    public Guid? Activity { get; set; }

    [SupplyParameterFromQuery(Name = "agency")]
    public Guid? Agency { get; set; }

    [SupplyParameterFromQuery(Name = "like")]
    public Guid? Like { get; set; }

    protected override string DraftName => Activity is { } activity ? $"letter-{activity:n}" : Like is { } like ? $"letter-{like:n}" : "letter";

    /// <summary>One letter is to one unit; of an activity, to one of its own.</summary>
    private IEnumerable<AgencyChoice> Agencies => ActivityOf(Form.Activity) is { } activity ? _choices!.Agencies.Where(a => activity.Agencies.Contains(a.Id)) : _choices!.Agencies;

    private IEnumerable<BearerChoice> Found => _bearers.Where(b => Chosen(b) || b.Name.Contains(_find.Trim(), StringComparison.CurrentCultureIgnoreCase));

    protected override async Task OnInitializedAsync() => await AttemptAsync(async () =>
    {
        var choices = await Letters.ChoicesAsync();
        // What an activity lacks now goes before what was typed for it once.
        var given = Activity is { } activity ? await Letters.ForActivityAsync(ActivityId.From(activity), Agency is { } unit ? AgencyId.From(unit) : null)
            : Like is { } like ? await Letters.LikeAsync(IntroductionLetterId.From(like))
            : null;
        if (given is null)
        {
            await RecallAsync();
        }

        Form = given ?? Form;
        Form.From ??= Clock.Today();
        Form.To ??= Form.From;
        Form.Activity = choices.Activities.Any(a => a.Id == Form.Activity) ? Form.Activity : null;
        _choices = choices;
        await LoadBearersAsync();
    });

    protected override void FindErrors()
    {
        Say(nameof(LetterForm.Agency), Agencies.All(a => a.Id != Form.Agency) ? Text[nameof(LetterText.Error_Agency)].Value : null);
        Say(nameof(LetterForm.To), Form.From is null || Form.To is null ? Text[nameof(LetterText.Error_Days)].Value : null);
        if (Errors.Count == 0 && WhyNot() is { } why)
        {
            // The law's own words, next to the field that they are about.
            Say(why.Code == LetterRules.MatterMissing().Code ? nameof(LetterForm.Matter)
                : why.Code == LetterRules.EndsTooEarly(default).Code || why.Code == LetterRules.ValidTooLong(0).Code ? nameof(LetterForm.To)
                : nameof(LetterForm.Bearers), Words.Of(why));
        }
    }

    private ActivityChoice? ActivityOf(Guid? id) => _choices!.Activities.FirstOrDefault(a => a.Id == id);

    private RuleViolation? WhyNot()
    {
        var chosen = _bearers.Where(Chosen).ToList();
        return IntroductionLetter.WhyNotPrepare(
                [.. chosen.Select(b => new BearerFacts(b.Person, InOffice: true, Recused: false, b.CardNumber ?? ""))], Form.AgencyId,
                ActivityOf(Form.Activity)?.Agencies.Select(AgencyId.From).ToList(), Form.Matter, Form.From!.Value, Form.To!.Value, _choices!.MaxDays, Clock.Today())
            ?? chosen.Select(b => b.WhyNot).FirstOrDefault(why => why is not null);
    }

    private bool Chosen(BearerChoice bearer) => Form.Bearers.Contains(bearer.Person.Value);

    private void Toggle(BearerChoice bearer)
    {
        if (!Form.Bearers.Remove(bearer.Person.Value))
        {
            Form.Bearers.Add(bearer.Person.Value);
        }

        Changed();
    }

    private async Task ChooseActivityAsync(ChangeEventArgs chosen)
    {
        Form.Activity = Guid.TryParse(chosen.Value as string, CultureInfo.InvariantCulture, out var id) ? id : null;
        if (Form.Activity is not null)
        {
            await AttemptAsync(async () =>
            {
                var given = await Letters.ForActivityAsync(ActivityId.From(id), agency: null);
                if (given is not null)
                {
                    given.Sensitive = Form.Sensitive;
                    Form = given;
                }
            });
        }

        await ChangedBearersAsync();
    }

    private async Task ChangedBearersAsync()
    {
        Changed();
        await AttemptAsync(LoadBearersAsync);
    }

    /// <summary>Whoever is in office on no day of the letter is no choice any more.</summary>
    private async Task LoadBearersAsync()
    {
        _bearers = await Letters.BearersAsync(Form);
        Form.Bearers.RemoveAll(id => _bearers.All(b => b.Person.Value != id));
    }

    private async Task SubmitAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        IntroductionLetterId prepared = default;
        var sent = await SendAsync(() => AttemptAsync(async () => prepared = await Letters.PrepareAsync(Form)));
        _sending = false;
        if (sent)
        {
            Addresses.NavigateTo($"/letters/{prepared}");
        }
    }
}
