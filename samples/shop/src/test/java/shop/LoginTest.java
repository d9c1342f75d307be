package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Cookie;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.local.LocalContext;
import dev.aloft.local.LocalFunctions;
import org.junit.jupiter.api.Test;

class LoginTest {
    private final LocalFunctions shop = LocalFunctions.start();

    @Test
    void customerIsGreetedByNameAfterTheLogin() {
        HttpResponse login =
                shop.http().post("/login").form("customer", "Zo\u00eb").send();

        Cookie cookie = login.cookies().get(0);
        HttpResponse welcome = shop.http()
                .request("GET", "/")
                .cookie(cookie.name(), cookie.value())
                .send();

        assertThat(login.status()).isEqualTo(303);
        assertThat(welcome.text()).isEqualTo("Welcome to the shop, Zo\u00eb!\n");
    }

    @Test
    void loginWithoutNameIsRefused() {
        assertThat(shop.http().post("/login").form("customer", " ").send().status())
                .isEqualTo(400);
    }

    @Test
    void handlerCanBeCalledDirectly() {
        HttpRequest request = HttpRequest.builder("GET", "/").build();

        HttpResponse response = new Welcome().handle(request, LocalContext.of("welcome"));

        assertThat(response.text()).isEqualTo("Welcome to the shop, stranger!\n");
    }
}
