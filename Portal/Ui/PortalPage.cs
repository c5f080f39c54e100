using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Portal.Access;
using Portal.Access.SignIn;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Drafts;

namespace Portal.Ui;

/// <summary>A page that acts through services. The expected refusals become words here; anything else goes to the error boundary.</summary>
public abstract class PortalPage : ComponentBase
{
    [Inject]
    public required Words Words { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Addresses { get; init; }

    /// <summary>Runs a use case and tells the person when it was refused.</summary>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> AttemptAsync(Func<Task> useCase)
    {
        try
        {
            await useCase();
            return true;
        }
        catch (RuleViolationException refused)
        {
            Tell(Words.Of(refused.Violation), Severity.Warning);
        }
        catch (AccessDeniedException denied) when (denied.Denial == AccessDenial.NotConfirmed)
        {
            TellToConfirm(Words.Of(denied.Denial));
        }
        catch (AccessDeniedException denied)
        {
            Tell(Words.Of(denied.Denial), Severity.Error);
        }
        catch (DraftTooLongException)
        {
            Tell(Words.DraftTooLong(), Severity.Warning);
        }
        catch (DbUpdateConcurrencyException)
        {
            Tell(Words.ChangedMeanwhile(), Severity.Info);
        }
        catch (DbUpdateException duplicate) when (LostRace.IsDuplicate(duplicate))
        {
            Tell(Words.AlreadyExists(), Severity.Info);
        }
        catch (Exception exception) when (StorageTroubles.Of(exception) is not null && RendererInfo.IsInteractive)
        {
            // The page stays with what was typed. One that is only just being sent has nobody to tell yet: its answer says it.
            Tell(Words.Of(StorageTroubles.Of(exception)!.Value), Severity.Error);
        }

        return false;
    }

    // The way there is offered, not taken: what was typed would be lost.
    private void TellToConfirm(string words) => Snackbar.Add(words, Severity.Warning, options =>
    {
        options.RequireInteraction = true;
        options.Action = Words.Confirm();
        options.OnClick = _ =>
        {
            Addresses.NavigateTo(SignInAgain.AddressFrom(Addresses.Uri), forceLoad: true);
            return Task.CompletedTask;
        };
    });

    // Refusals name an article and a way out: they stay until they were read.
    private void Tell(string words, Severity severity) => Snackbar.Add(words, severity, options => options.RequireInteraction = true);
}
