#include "tests/ui/pausingproxy.h"

#include <QtLogging>
#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace Rejoin::Testing {

namespace {

constexpr size_t chunk = 65536;

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

struct Pair
{
    int client = -1;
    int server = -1;
    bool silent = false;
};

/// False at the end of a stream.
bool forward(int from, int to)
{
    std::array<char, chunk> bytes{};
    const ssize_t read = recv(from, bytes.data(), bytes.size(), 0);
    for (ssize_t sent = 0; sent < read;) {
        const ssize_t more = send(to, bytes.data() + sent, static_cast<size_t>(read - sent), MSG_NOSIGNAL);
        if (more <= 0)
            return false;
        sent += more;
    }
    return read > 0;
}

void end(const Pair &pair)
{
    close(pair.client);
    close(pair.server);
}

} // namespace

PausingProxy::PausingProxy(int target)
    : m_target(target)
    , m_listener(socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, plain, size) != 0 || listen(m_listener, SOMAXCONN) != 0 ||
        getsockname(m_listener, plain, &size) != 0 || pipe(m_waker.data()) != 0)
        qFatal("the proxy has no port");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

PausingProxy::~PausingProxy()
{
    m_ends = true;
    wake();
    m_thread.join();
    for (const int file : {m_listener, m_waker[0], m_waker[1]})
        close(file);
}

void PausingProxy::wake() const
{
    static_cast<void>(!write(m_waker[1], "", 1));
}

void PausingProxy::pauseAt(int request)
{
    m_left = request;
}

void PausingProxy::resume()
{
    m_left = 0;
    m_paused = false;
    wake();
}

void PausingProxy::resumeForNewOnes()
{
    m_forgets = true;
    resume();
}

void PausingProxy::serve()
{
    std::vector<Pair> pairs;
    while (!m_ends) {
        std::vector<pollfd> watched{{m_waker[0], POLLIN, 0}};
        if (!m_paused) {
            watched.push_back({m_listener, POLLIN, 0});
            for (const Pair &pair : pairs) {
                watched.push_back({pair.silent ? -1 : pair.client, POLLIN, 0});
                watched.push_back({pair.silent ? -1 : pair.server, POLLIN, 0});
            }
        }
        poll(watched.data(), watched.size(), -1);
        if (watched[0].revents != 0) {
            std::array<char, 16> bytes{};
            static_cast<void>(!read(m_waker[0], bytes.data(), bytes.size()));
            for (Pair &pair : pairs)
                pair.silent = pair.silent || m_forgets;
            m_forgets = false;
            continue;
        }
        std::vector<Pair> gone;
        for (size_t at = 0; at < pairs.size() && !m_paused; ++at) {
            const Pair &pair = pairs[at];
            bool alive = true;
            if (watched[2 + 2 * at].revents != 0) {
                if (m_left > 0 && --m_left == 0) {
                    m_paused = true; // the request stays where it is
                    break;
                }
                alive = forward(pair.client, pair.server);
            }
            if (alive && watched[3 + 2 * at].revents != 0)
                alive = forward(pair.server, pair.client);
            if (!alive)
                gone.push_back(pair);
        }
        if (!m_paused && watched[1].revents != 0) {
            Pair pair{accept(m_listener, nullptr, nullptr), socket(AF_INET, SOCK_STREAM, 0)};
            const sockaddr_in address = loopback(m_target);
            if (connect(pair.server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
                pairs.push_back(pair);
            else
                end(pair);
        }
        for (const Pair &pair : gone) {
            end(pair);
            std::erase_if(pairs, [&pair](const Pair &each) { return each.client == pair.client; });
        }
    }
    std::ranges::for_each(pairs, end);
}

} // namespace Rejoin::Testing
