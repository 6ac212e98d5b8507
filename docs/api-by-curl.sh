#!/bin/sh
# Founds a community, opens a group, makes its entrance and posts a message, by curl alone.
#
#   TOKEN=$(npx miaohui token create --user you@fair.example --name "first steps") sh docs/api-by-curl.sh
#
# URL is http://localhost:7420 unless you set it. Every write carries an Idempotency-Key: run a step again with the same
# key and you get the first answer again instead of a second community.
set -eu

URL=${URL:-http://localhost:7420}
: "${TOKEN:?make one with: npx miaohui token create --user EMAIL --name PURPOSE}"

call() { # METHOD PATH BODY
  answer=$(curl --silent --show-error --fail-with-body --request "$1" "$URL$2" \
    --header "Authorization: Bearer $TOKEN" \
    --header "Content-Type: application/json" \
    --header "Idempotency-Key: $(random)" \
    --data "$3") || { echo "$answer" >&2; exit 1; }
  echo "$answer"
}

random() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# The id of the answer itself is the first one in it.
id_of() { sed -n 's/^{"id":"\([^"]*\)".*/\1/p'; }

answer=$(call POST /api/communities '{"name":"灶边","kind":"interest","zone":"Asia/Shanghai"}')
community=$(echo "$answer" | id_of)
echo "community  $community"

answer=$(call POST "/api/communities/$community/groups" \
  '{"name":"灶边 1 群","carrier":"web","tier":"ordinary","capacity":200}')
group=$(echo "$answer" | id_of)
echo "group      $group"

answer=$(call POST "/api/communities/$community/groups/$group/links" '{"channel":"朋友圈"}')
code=$(echo "$answer" | sed -n 's/.*"code":"\([^"]*\)".*/\1/p')
echo "entrance   $URL/j/$code"

call POST "/api/communities/$community/groups/$group/messages" \
  "{\"clientId\":\"$(random)\",\"kind\":\"text\",\"text\":\"大家好，灶台已经热了。\"}" > /dev/null
echo "message    sent"

echo
curl --silent --fail-with-body "$URL/api/communities/$community/groups/$group/messages?limit=5" \
  --header "Authorization: Bearer $TOKEN"
echo
